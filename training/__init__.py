"""From open corpora to the files under `src/sayso/models`."""
