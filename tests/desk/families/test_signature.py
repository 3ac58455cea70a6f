import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.families.signature import Signature, signature
from sayso.desk.families.words import words
from tests.desk.families.texts import BRIDGE, FERRY, document, paragraphs

# Signatures are kept in stores: a change here makes every one of them worthless.
PINNED_WORDS = "ff797fafec48a6a6131c0dbf48eb74d8"
PINNED_PRINTS = (5359817965832178085, 6316044036077826481)


def test_it_is_a_plain_row() -> None:
    made = signature(document("a", FERRY, publisher="Northern Wire", published="2026-03-04"))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Signature) == made
    assert made.length == len(words(FERRY).ids)
    assert all(0 <= print_ < 1 << 63 for print_ in made.fingerprints)
    assert list(made.fingerprints) == sorted(set(made.fingerprints))


def test_it_stays_the_same_over_releases() -> None:
    made = signature(document("a", "Fighters stopped a ferry near Kouna"))
    assert made.words.hex() == PINNED_WORDS
    assert made.fingerprints == PINNED_PRINTS


def test_a_cut_is_found_in_the_whole() -> None:
    whole = set(signature(document("a", FERRY)).fingerprints)
    brief = set(signature(document("b", paragraphs(FERRY, 3))).fingerprints)
    assert len(brief & whole) >= 3


def test_other_texts_share_nothing() -> None:
    one, other = (set(signature(document("x", text)).fingerprints) for text in (FERRY, BRIDGE))
    assert not one & other


@given(st.integers(0, 30), st.text("xyz ", max_size=90), st.text("xyz ", max_size=90))
def test_ten_words_in_common_are_enough(at: int, before: str, after: str) -> None:
    common = " ".join(BRIDGE.split()[at : at + 25])
    assert len(words(common).ids) >= 10
    mine = signature(document("a", f"{before} {common} {after}"))
    whole = signature(document("b", f"{after} {BRIDGE}"))
    assert set(mine.fingerprints) & set(whole.fingerprints)


@given(st.text())
def test_any_text_has_one(text: str) -> None:
    made = signature(document("a", text))
    assert (not made.fingerprints) == (made.length < 3)
