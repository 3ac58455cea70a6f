"""Weights and vocabularies, each with its card."""
