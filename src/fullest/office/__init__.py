"""The web site and the HTTP API. Only this room knows HTTP codes."""
