"""Keep the output that the documents show true: run each `$ sayso ...` again.

    python docs/refresh.py             write what the commands print now
    python docs/refresh.py --check     exit with 1 and the names of what is no longer so

A block that starts with ```console and `$ sayso` is refreshed; its last line may be `...`, which
stands for the rest.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "actors.md", ROOT / "docs" / "tour.md")
BLOCK = re.compile(
    r"(```console\n\$ (?P<command>sayso [^\n]*)\n)(?P<shown>.*?)(?P<close>```)", re.DOTALL
)
REST = "...\n"


def refreshed(page: str) -> str:
    """The page with every block as the command prints it now."""
    return BLOCK.sub(
        lambda block: block[1] + _output(block["command"], block["shown"]) + block["close"], page
    )


def _output(command: str, shown: str) -> str:
    program, *arguments = command.split()
    done = subprocess.run(  # noqa: S603 - the commands are our own documents'
        [str(Path(sys.executable).with_name(program)), *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line.rstrip() + "\n" for line in done.stdout.strip("\n").splitlines()]
    if shown.endswith(REST):
        lines = [*lines[: shown.count("\n") - 1], REST]
    return "".join(lines)


def main() -> int:
    """Write or check all pages."""
    stale = []
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        new = refreshed(page)
        if new != page:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    print("\n".join(f"refreshed: {name}" for name in stale))
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
