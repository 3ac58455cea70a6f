"""The steps, each called after what it brings."""
