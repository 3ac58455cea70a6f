"""Named steps from one shape of the tables to the next. Each is frozen once it is released."""
