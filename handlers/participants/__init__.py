"""What participants use."""
