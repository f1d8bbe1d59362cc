"""Shared terms: the frozen values that every room speaks in. No files, no clock, no database here."""
