"""What reviewers approved, and how the texts have moved since."""
