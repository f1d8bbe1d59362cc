"""The HTTP API: the same words as the Python door, with HTTP codes."""
