"""Extract: sentences to mentions, each with its span; pure."""
