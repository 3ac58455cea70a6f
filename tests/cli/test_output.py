import errno
import os
import signal
import threading
from pathlib import Path

import pytest
import typer

from sayso.cli.output import Output, put, writable
from sayso.errors import SaysoError

needs_signals = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")


@needs_signals
def test_a_piece_that_was_begun_is_written_to_its_end(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    piece = b"x" * 1_000_000
    read = bytearray()

    def slow_reader() -> None:
        with fifo.open("rb") as stream:
            read.extend(stream.read(1000))
            os.kill(os.getpid(), signal.SIGINT)
            read.extend(stream.read())

    reader = threading.Thread(target=slow_reader)
    reader.start()
    output = Output(fifo)
    with pytest.raises(KeyboardInterrupt):
        output.write(piece)
    output.close()
    reader.join()
    assert bytes(read) == piece


@needs_signals
def test_an_interrupt_between_pieces_is_not_held(tmp_path: Path) -> None:
    output = Output(tmp_path / "out")
    output.write(b"whole")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    output.close()


def test_a_file_is_there_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "brief.md"
    put(file, b"first")
    assert file.read_bytes() == b"first"

    close = Output.close

    def full(output: Output) -> None:
        close(output)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Output, "close", full)
    with pytest.raises(SaysoError, match=r"brief\.md cannot be written .* Make room"):
        put(file, b"second")
    assert file.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_is_known_before(tmp_path: Path) -> None:
    writable(tmp_path / "new.md")
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "no" / "new.md", "is no folder")):
        with pytest.raises(typer.BadParameter, match=said):
            writable(path)
    assert list(tmp_path.iterdir()) == []
