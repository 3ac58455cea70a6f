"""The small encoder that marks who says what and which words refer."""
