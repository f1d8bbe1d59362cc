"""Files of transfers: rows are read as they stream by, answered once each, and written beside what they came with.

The room reads tables and asks the engine; it knows no law and decides nothing. It never edits an input file.
"""
