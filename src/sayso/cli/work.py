"""Documents in, analyses out, in the same order, here or in several processes.

At any moment no more than a few chunks of documents are in memory, however long the input is.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache

from sayso.errors import IntakeError, SaysoError
from sayso.reading.read import Reader
from sayso.records.reading import Analysis
from sayso.records.text import Document

Found = Document | IntakeError
Answer = Analysis | IntakeError

_CHUNK_DOCUMENTS = 8
_CHUNK_CHARACTERS = 40_000
"""A chunk is worth its way to another process and back, and an interrupt loses no more than it."""

_CHUNKS_A_PROCESS = 3
"""In flight: one at work, one ready, one to keep the order."""


def analyses(found: Iterable[Found], *, jobs: int = 1) -> Generator[Answer]:
    """Read documents and pass errors on. Raises SaysoError when a process of `jobs` dies."""
    if jobs == 1:
        reader = Reader()
        for item in found:
            yield _answer(reader, item)
        return
    with _processes(jobs) as pool:
        waiting: deque[Future[list[Answer]]] = deque()
        try:
            for chunk in _chunks(found):
                waiting.append(pool.submit(_answers, chunk))
                if len(waiting) >= jobs * _CHUNKS_A_PROCESS:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SaysoError(
                "a reading process died, most likely for want of memory: read with fewer --jobs"
            ) from error


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes that end with the work, at once when it is broken off."""
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    pool.shutdown()


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    chunk: list[Found] = []
    characters = 0
    for item in found:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(chunk) >= _CHUNK_DOCUMENTS or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _begin() -> None:
    """Make a process ready: an interrupt is its parent's affair, and its model is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader()


@cache
def _reader() -> Reader:
    return Reader(threads=1)


def _answers(chunk: list[Found]) -> list[Answer]:
    return [_answer(_reader(), item) for item in chunk]


def _answer(reader: Reader, item: Found) -> Answer:
    if isinstance(item, IntakeError):
        return item
    try:
        return reader.read(item)
    except IntakeError as error:
        return error
