"""The law as data: instruments, rules, lists, memberships, States, substances and the vocabulary."""
