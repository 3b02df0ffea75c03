"""Words, weights and scores."""
