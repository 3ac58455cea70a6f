"""How well and how fast sayso reads. README.md says how to repeat each figure."""
