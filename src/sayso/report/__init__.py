"""What a person sees of an analysis: in a terminal, in Markdown, as a page."""
