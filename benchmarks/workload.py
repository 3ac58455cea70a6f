"""One system at work in a process of its own, so that its start-up and memory are its own.

python -m benchmarks.workload sayso < texts.json
python -m benchmarks.workload spacy MODEL < texts.json

Reads {"corpus": [text], "article": text, "lengths": {words: text}}, prints what it took as one
JSON object: seconds by the wall and by the processor, megabytes at the peak. Needs nothing but
the standard library and the system, which may live in another environment than sayso.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from hashlib import sha256

REPEATS = 5
MEGABYTE = 1024  # ru_maxrss counts kilobytes, on macOS bytes; the docs give Linux figures

ReadAll = Callable[[Iterable[str]], None]


def sayso() -> ReadAll:
    """Load sayso as its library is used: one reader, one text after the other."""
    from sayso.reading.read import Reader  # noqa: PLC0415 - loading is what is measured
    from sayso.records.text import Document  # noqa: PLC0415

    reader = Reader()

    def read_all(texts: Iterable[str]) -> None:
        for text in texts:
            digest = sha256(text.encode()).hexdigest()
            reader.read(Document(id="text", text=text, sha256=digest, language="en"))

    return read_all


def spacy(model: str) -> ReadAll:
    """Load a pipeline of spaCy, all its components, batched as its guide advises."""
    import spacy  # noqa: PLC0415

    pipeline = spacy.load(model)

    def read_all(texts: Iterable[str]) -> None:
        for _ in pipeline.pipe(texts):
            pass

    return read_all


SYSTEMS: dict[str, Callable[..., ReadAll]] = {"sayso": sayso, "spacy": spacy}


def timed(work: Callable[[], object]) -> dict[str, float]:
    """Do it once: seconds by the wall, and of the processor in all threads."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return {
        "seconds": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
    }


def main() -> None:
    """Load, read, report."""
    started = time.perf_counter()
    read_all = SYSTEMS[sys.argv[1]](*sys.argv[2:])
    loaded = time.perf_counter() - started
    texts = json.load(sys.stdin)
    article = [texts["article"]]
    read_all(article)
    report = {
        "load": loaded,
        "article": statistics.median(
            timed(lambda: read_all(article))["seconds"] for _ in range(REPEATS)
        ),
        "corpus": timed(lambda: read_all(texts["corpus"])),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE,
        "lengths": {
            words: timed(lambda: read_all([text]))["seconds"]  # noqa: B023 - called at once
            for words, text in texts["lengths"].items()
        },
        "processors": len(os.sched_getaffinity(0)),
    }
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
