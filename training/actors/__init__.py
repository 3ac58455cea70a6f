"""What builds the actors that sayso ships."""
