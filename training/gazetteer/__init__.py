"""Builds the gazetteer that the package ships, and trains what reads places with it."""
