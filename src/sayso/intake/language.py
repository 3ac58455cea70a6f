"""Which language a text is in, and whether sayso can read it.

py3langid does the identifying: BSD licence, no network, no second dependency, and on our
corpora's openings (1,254 of them, most under 200 characters) it takes no English for another
language that langdetect or fasttext's lid.176 gets right. Its model takes most of a second and
100 MB to load, so a text that is English by its function words never asks it.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import resources

from babel import Locale

from sayso.records.text import Document

SUPPORTED = ("en",)

SAMPLE = 10_000
"""Characters looked at: many times what identification needs, and a constant cost."""

MIN_CONFIDENCE = 0.2
"""Below it the language is unknown. Swept on the same openings: every wrong answer but two lies
below .1 (fragments such as "yajna"), all English of more than three words above .2.
"""

# Swept on the same texts: 92 % of openings of thirty words or more pass, and no sentence of the
# other nineteen languages tried comes near (highest share .04).
MIN_WORDS = 30
MIN_SHARE = 0.15
MIN_THE = 0.02

_WORD = re.compile(r"[^\W\d_]+")


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, 639-3 where there is none, or None."""
    sample = text[:SAMPLE]
    if _plainly_english(sample):
        return "en"
    code, confidence = _classify()(sample)
    # zxx: no linguistic content.
    return None if confidence < MIN_CONFIDENCE or code == "zxx" else str(code)


def unsupported(document: Document) -> str | None:
    """Return what to say of a document in a language that sayso cannot read, else None.

    An unknown language is read: a text too short to identify is more often English than not.
    """
    if document.language is None or document.language in SUPPORTED:
        return None
    return (
        f"{document.id} is in {name(document.language)}; sayso reads English only, "
        "and says nothing about this text"
    )


def name(code: str) -> str:
    """Return the English name of a language with its code: "French (fr)"."""
    known = Locale("en").languages.get(code)
    return f"{known} ({code})" if known else f'the language with the code "{code}"'


def _plainly_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    if len(words) < MIN_WORDS:
        return False
    share = sum(word in _function_words() for word in words) / len(words)
    return share >= MIN_SHARE and words.count("the") / len(words) >= MIN_THE


@cache
def _classify() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    classify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).classify
    return classify


@cache
def _function_words() -> frozenset[str]:
    lines = resources.files("sayso.intake").joinpath("english.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
