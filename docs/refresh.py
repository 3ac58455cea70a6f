"""Keep the output that the documents show true: run each `$ sayso ...` again.

    python docs/refresh.py             write what the commands print now
    python docs/refresh.py --check     exit with 1 and the names of what is no longer so
    python docs/refresh.py PAGE...     these pages only

A block that starts with ```console and `$ sayso` (or `$ cat` of a file that an earlier block wrote)
is refreshed; its last line may be `...`, which stands for the rest. The commands of a page run one
after the other in a folder of their own, where examples/ is at hand and the desk is new. A comment
on a line of its own holds for the blocks below it, `last` for the next one only:

    <!-- at 2026-03-05T10:00:00Z -->        what the desk's clock shows, so that its answers stay
    <!-- columns 100 -->                    how wide the terminal is; 80 without it
    <!-- last PATTERN in sayso ... -->      the command's last word is what that command prints
                                            that matches, so that no id is written by hand
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
STEP = re.compile(
    r"^<!-- (?P<setting>at|columns|last) (?P<value>[^\n]*) -->\n"
    r"|^```console\n\$ (?P<command>(?:sayso|cat) [^\n]*)\n(?P<shown>.*?)^```",
    re.DOTALL | re.MULTILINE,
)
REST = "...\n"
WITH_CLOCK = """\
import sys
from sayso.desk import clock
at = clock.as_of(sys.argv[1])
clock.now = lambda: at
sys.argv[:2] = ["sayso"]
from sayso.__main__ import main
main()
"""


class Page:
    """A page that is walked from top to bottom, and where its commands run."""

    def __init__(self, folder: Path) -> None:
        """Make the folder ready. The settings are those of no comment."""
        self.folder = folder
        self.settings: dict[str, str] = {}
        (folder / "examples").symlink_to(ROOT / "examples")

    def refreshed(self, text: str) -> str:
        """The page with every block as the command prints it now."""
        return STEP.sub(self._step, text)

    def _step(self, found: re.Match[str]) -> str:
        if found["setting"]:
            self.settings[found["setting"]] = found["value"]
            return found[0]
        command, shown = found["command"], found["shown"]
        if last := self.settings.pop("last", None):
            command = f"{command.rsplit(maxsplit=1)[0]} {self._looked_up(last)}"
        lines = [line.rstrip() + "\n" for line in self._printed(command).strip("\n").splitlines()]
        if shown.endswith(REST):
            lines = [*lines[: shown.count("\n") - 1], REST]
        return f"```console\n$ {command}\n{''.join(lines)}```"

    def _looked_up(self, last: str) -> str:
        pattern, _, command = last.rpartition(" in ")
        found = re.search(pattern, self._printed(command))
        if not found:
            raise LookupError(f"{command!r} prints nothing that matches {pattern}")
        return found[found.re.groups]

    def _printed(self, command: str) -> str:
        done = subprocess.run(  # noqa: S603 - the commands are our own documents'
            [*self._program(command), *shlex.split(command)[1:]],
            cwd=self.folder,
            env={
                **os.environ,
                "COLUMNS": self.settings.get("columns", "80"),
                "NO_COLOR": "1",
                "SAYSO_DESK": "desk.db",
            },
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def _program(self, command: str) -> Sequence[str]:
        if command.startswith("cat "):
            return ("cat",)
        if at := self.settings.get("at"):
            return (sys.executable, "-c", WITH_CLOCK, at)
        return (str(Path(sys.executable).with_name("sayso")),)


def main() -> int:
    """Write or check all pages, or those that are named."""
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    stale = []
    for path in [Path(each) for each in named] or PAGES:
        page = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            new = Page(Path(folder)).refreshed(page)
        if new != page:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    print("\n".join(f"refreshed: {name}" for name in stale))
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
