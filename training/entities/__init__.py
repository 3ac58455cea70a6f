"""What fits the weights that join mentions into entities."""
