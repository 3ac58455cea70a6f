"""What the self-contained pages are made with: templates, our own styles and scripts, hashes."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

WEB = ("http://", "https://")
"""How an address begins that a page links to."""


def environment(package: str) -> Environment:
    """Make an environment for the templates of a package, which escapes all it is given."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(package: str, name: str) -> Markup:
    """Read a style or a script of ours, which goes into the page as it is."""
    text = files(package).joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 (the package's own file, none of a document's text)


def policy_hash(inline: str) -> str:
    """Give a content policy's hash of an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
