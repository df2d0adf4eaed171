"""The checks: one rule a file, named like the rule; the module docstring is its manual."""
