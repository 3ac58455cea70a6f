"""Which language a text is in, and whether sayso can read it.

py3langid does the identifying. On 1,254 short English texts of our corpora it took 10 for another
language or for none, fasttext's lid.176 11 (its package brings a downloader, its weights share
alike), lingua 15 (96 MB), langdetect 18 (five years without a release, 15 times slower); on 40
sentences in twenty other languages none erred. Its model takes most of a second and 100 MB to
load, so a text that is English by its function words never asks it.
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

MIN_CONFIDENCE = 0.5
"""Below it the language is unknown. Swept on the dev corpora: what is no English in 3,800 short
texts (lists of Indian names, "rajneethi ab aneethi hogayi") stays below .45, and the forty
sentences in other languages begin at .53.
"""

MIN_ENGLISH = 0.1
"""From it on a text is English whatever else it may be. Of 3,858 sentences of the corpora 15 are
likelier Nigerian Pidgin or Danish ("Hawaii, as one of Mr."), none of them with English below .1;
no sentence of another language gives English .01.
"""

# Of the same texts and their whole documents 86 % of those with thirty words or more pass. The
# sentences in other languages have a share of .00, two in Nigerian Pidgin .11 and no "the".
MIN_WORDS = 30
MIN_SHARE = 0.15
MIN_THE = 0.02

_WORD = re.compile(r"[^\W\d_]+")


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, 639-3 where there is none, or None."""
    sample = text[:SAMPLE]
    if _plainly_english(sample):
        return "en"
    ranked = _rank()(sample)
    if dict(ranked)["en"] >= MIN_ENGLISH:
        return "en"
    code, confidence = ranked[0]
    # zxx: no linguistic content.
    return None if confidence < MIN_CONFIDENCE or code == "zxx" else code


def supported(code: str) -> bool:
    """Tell whether sayso reads texts in the language with this code."""
    return code in SUPPORTED


def unsupported(document: Document) -> str | None:
    """Return what to say of a document in a language that sayso cannot read, else None.

    An unknown language is read: a text too short to identify is more often English than not.
    """
    if document.language is None or supported(document.language):
        return None
    return (
        f"{document.id} is in {name(document.language)}; sayso reads English only, "
        "and says nothing of this text"
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
def _rank() -> Callable[[str], list[tuple[str, float]]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    rank: Callable[[str], list[tuple[str, float]]]
    rank = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank
    return rank


@cache
def _function_words() -> frozenset[str]:
    lines = resources.files("sayso.intake").joinpath("english.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
