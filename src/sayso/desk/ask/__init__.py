"""Questions to the desk and what it answers: records that a table, a page or a file can show."""
