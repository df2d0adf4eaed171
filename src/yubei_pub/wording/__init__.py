"""What all writers say alike; how it looks is their own affair."""
