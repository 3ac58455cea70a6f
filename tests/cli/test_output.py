import os
import signal
import threading
from pathlib import Path

import pytest

from sayso.cli.output import Output

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
