"""Measure sentence ends against gold, beside whichever peers are installed.

    python -m training.measure_sentences

Gold: the UniversalPropositions web treebank, its sentences joined by a blank, or by a blank line
where a paragraph begins, and MEANTIME, whose lines are sentences. Counted are ends after a full
stop, a question or an exclamation mark inside a paragraph: what a splitter has to decide. In
MEANTIME a line may hold two sentences, so that recall alone says something there.
"""

import gzip
import importlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.gold import shared_folder
from sayso.reading.sentences import sentences
from sayso.records.text import Span

Splitter = Callable[[str], Sequence[Span]]

_CLOSERS = "\"'”’»)]} "


def _treebank(corpora: Path) -> Iterator[tuple[str, list[tuple[bool, str]]]]:
    for part in ("dev", "test"):
        found: list[tuple[bool, str]] = []
        genre, fresh = "", True
        with gzip.open(corpora / f"up_ewt.{part}.conllu.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc"):
                    if found:
                        yield genre, found
                    genre, found, fresh = line.split("=")[1].strip().split("-")[0], [], True
                elif line.startswith("# newpar"):
                    fresh = True
                elif line.startswith("# text ="):
                    found.append((fresh, line.removeprefix("# text =").strip()))
                    fresh = False
        yield genre, found


def _meantime(corpora: Path) -> Iterator[tuple[str, list[tuple[bool, str]]]]:
    with gzip.open(corpora / "meantime.train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            rows = [row.strip() for row in json.loads(line)["text"].split("\n") if row.strip()]
            yield "meantime", [(number < 2, row) for number, row in enumerate(rows)]  # noqa: PLR2004 - headline, date


def _joined(parts: list[tuple[bool, str]]) -> tuple[str, list[Span]]:
    text, spans = "", list[Span]()
    for fresh, sentence in parts:
        text += ("\n\n" if fresh else " ") if text else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def _ends(text: str, spans: Sequence[Span]) -> set[int]:
    found = set()
    for start, stop in spans:
        end = stop
        while end > start and text[end - 1] in _CLOSERS:
            end -= 1
        inside = text[stop:].strip() and not text.startswith("\n\n", stop)
        if end > start and text[end - 1] in ".!?…" and inside:
            found.add(end)
    return found


def _located(text: str, parts: Sequence[str]) -> list[Span]:
    spans, position = list[Span](), 0
    for part in (part.strip() for part in parts):
        start = text.find(part, position) if part else -1
        if start >= 0:
            position = start + len(part)
            spans.append((start, position))
    return spans


def _by_paragraph(split: Callable[[str], Sequence[str]]) -> Splitter:
    def spans(text: str) -> list[Span]:
        found, offset = list[Span](), 0
        for paragraph in text.split("\n\n"):
            here = _located(paragraph, split(paragraph))
            found += [(start + offset, end + offset) for start, end in here]
            offset += len(paragraph) + 2
        return found

    return spans


def _splitters() -> Iterator[tuple[str, Splitter]]:
    yield "sayso", sentences
    for name in ("blingfire", "pysbd"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if name == "blingfire":
            yield name, _by_paragraph(partial(_lines, module.text_to_sentences))
        else:
            yield name, _by_paragraph(module.Segmenter(language="en", clean=False).segment)


def _lines(split: Callable[[str], str], text: str) -> list[str]:
    return split(text).split("\n")


def main() -> None:
    """Print precision, recall and F1 by genre, and characters a second, for each splitter."""
    corpora = shared_folder() / "corpora"
    documents = [(genre, *_joined(parts)) for genre, parts in _treebank(corpora)]
    documents += [(genre, *_joined(parts)) for genre, parts in _meantime(corpora)]
    for name, split in _splitters():
        counts: dict[str, list[int]] = {}
        begin = time.perf_counter()
        for genre, text, gold in documents:
            right, ours = _ends(text, gold), _ends(text, split(text))
            row = counts.setdefault(genre, [0, 0, 0])
            for place, size in enumerate((len(right & ours), len(ours), len(right))):
                row[place] += size
        speed = sum(len(text) for _, text, _ in documents) / (time.perf_counter() - begin) / 1e6
        print(f"{name}  {speed:.1f} million characters a second")
        for genre, (both, ours_count, gold_count) in sorted(counts.items()):
            print(
                f"  {genre:10s} n {gold_count:4d}  P {both / ours_count:.3f}"
                f"  R {both / gold_count:.3f}  F1 {2 * both / (ours_count + gold_count):.3f}"
            )


if __name__ == "__main__":
    main()
