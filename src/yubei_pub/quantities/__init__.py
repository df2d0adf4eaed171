"""Quantities in running text: numbers as values with their kind, unit and approximator."""
