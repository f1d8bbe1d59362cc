"""Duties and determination: what the rules say of one transfer. `engine` is the one service; the rest are its parts."""
