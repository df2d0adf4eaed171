"""Formats of findings: one a file, `write(findings) -> str`."""
