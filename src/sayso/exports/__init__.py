"""What a desk holds, in the formats of other programs. A format is a file here and its line in
`formats`."""
