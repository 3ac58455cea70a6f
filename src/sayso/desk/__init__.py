"""Documents together: what no single text can tell."""
