"""Identification: what an item is, and which entries of the control lists in force on a day it meets.

Only chemicals are identified. An item is decided by its structure wherever there is one; names and numbers are ways to
a structure. The answer is listed, not listed, or undetermined with the question that would settle it; the absence of a
match is never clearance.
"""
