"""From a file, a folder, a pipe or a URL to Documents. `open.documents` is the door."""
