"""Where the command line begins: `sayso`, and `python -m sayso`."""

import sys

INTERRUPTED = 130
"""Exit status after an interrupt: 128 and the number of the signal, as shells have it."""


def main() -> None:
    """Run a verb; an interrupt while its modules are still loading ends it without a traceback."""
    try:
        from sayso.cli.main import app  # noqa: PLC0415 (loading it is what may be interrupted)

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
