"""The vocabulary: plain immutable records, no I/O."""
