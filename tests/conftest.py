"""What every test may ask for. Sockets are closed for all of them: see pyproject.toml."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A shared machine may stall any example; pytest's own timings tell what is slow.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with `corpora/` and `bench/`: SAYSO_SHARED, or `shared` beside the repository."""
    folder = Path(os.environ.get("SAYSO_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip(f"no corpora under {folder}")
    return folder
