"""The mark of a test that needs the model, which `make models` trains."""

from importlib.resources import files

import pytest

_FILES = ("reader.onnx", "tokenizer.json", "confidence.json")

trained = pytest.mark.skipif(
    not all((files("sayso.models") / name).is_file() for name in _FILES),
    reason="the model is not there: make models",
)
