"""The expression language of the rules: one small tree and its uses. It knows no law.

`parse` reads an expression, `check` types it against a vocabulary, `decide` compiles it for one case, `explain` gives
the reasons, `tell` says it in words, `critical` finds the values at which an answer can change.
"""
