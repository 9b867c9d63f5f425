"""Resolve: mentions to values, and mentions to reports; pure, given the reference data."""
