"""Fit what says who is tied to whom."""
