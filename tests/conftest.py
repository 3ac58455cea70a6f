"""What every test may ask for. Sockets are closed for all of them: see pyproject.toml."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with `corpora/` and `bench/`: SAYSO_SHARED, or `shared` beside the repository."""
    folder = Path(os.environ.get("SAYSO_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip(f"no corpora under {folder}")
    return folder
