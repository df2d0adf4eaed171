"""The writers: one output a file, `write(briefings, style) -> bytes`."""
