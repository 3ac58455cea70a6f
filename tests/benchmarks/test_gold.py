import gzip
from pathlib import Path

import pytest

from benchmarks.gold import Marked, join, read_marked, sample


def test_lines_plain_or_packed_and_blank_ones_left_out(tmp_path: Path) -> None:
    data = b'{"id": "a", "text": "b", "novelty": 1}\n\n{"id": "c", "text": "\\u2028d"}\n'
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    expected = [Marked(id="a", text="b"), Marked(id="c", text="\u2028d")]
    assert read_marked(tmp_path / "a.jsonl") == expected
    assert read_marked(tmp_path / "a.jsonl.gz") == expected


def test_joining_by_id() -> None:
    gold = [Marked(id="a", text="x"), Marked(id="b", text="y")]
    extra = Marked(id="c", text="z")
    assert join(gold, [extra, gold[1]]) == [(gold[0], Marked(id="a")), (gold[1], gold[1])]


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="a: the system read another text"):
        join([Marked(id="a", text="x")], [Marked(id="a", text="x ")])


def test_a_sample_is_the_same_whatever_the_order() -> None:
    documents = [Marked(id=str(number)) for number in range(50)]
    chosen = sample(documents, 10)
    assert chosen == sample(documents[::-1], 10)
    assert len({document.id for document in chosen}) == 10
    assert len(sample(documents, 99)) == 50


@pytest.mark.parametrize(
    ("document", "counted"),
    [
        (Marked(id="a"), [True, True, True]),
        (Marked(id="a", intra_annotated_until=20), [True, True, False]),
        (Marked(id="a", gold_sentences=((0, 5), (20, 30))), [True, False, True]),
        (Marked(id="a", gold_sentences=()), [True, True, True]),
    ],
)
def test_a_span_counts_where_it_starts(document: Marked, counted: list[bool]) -> None:
    assert [document.annotated(span) for span in ((4, 9), (19, 25), (20, 25))] == counted
