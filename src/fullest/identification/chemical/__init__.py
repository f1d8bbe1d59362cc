"""Chemical identification: structures read, brought to one drawing, and held against the rules of the lists.

The chemistry toolkit is met in `structure` only; everything else works on the small graph of `graph`. Nothing here
lists the members of a family, and nothing says what would change a verdict.
"""
