"""Readers of saved pages: one format a file, each gives a `TracedText`."""
