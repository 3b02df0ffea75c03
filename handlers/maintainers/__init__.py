"""What maintainers do: documents, publishing, corrections, shared practices."""
