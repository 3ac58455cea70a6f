"""What is known about the world beforehand: places, peoples, actors."""
