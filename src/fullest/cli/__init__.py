"""The command line: the same verbs as the Python API. Only this room knows exit codes and meets the terminal."""
