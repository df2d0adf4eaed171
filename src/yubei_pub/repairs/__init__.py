"""Repairs of damaged text, in the order of `REPAIRS`."""
