"""The pages: each view reads its question, asks the engine, and fills one context."""
