"""Whence statements come: who says it, whom an outlet has it from, how many origins that makes."""
