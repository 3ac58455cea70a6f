"""The ties of an article as a drawing."""
