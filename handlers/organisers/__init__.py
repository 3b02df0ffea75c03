"""What organisers do in the chat."""
