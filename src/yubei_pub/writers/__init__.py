"""The writers: one output a file, `write(briefings, style) -> bytes`, of one briefing or several as a volume."""
