"""`sayso families`: which documents carry the same text."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.opened import AsOfOption, opened

if TYPE_CHECKING:
    from sayso.desk.families.index import Family


class Format(StrEnum):
    """What can be written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def families(
    context: typer.Context,
    *,
    format: Annotated[  # noqa: A002 (the option's name)
        Format,
        typer.Option(
            "--format",
            "-f",
            help="table: a family a line, those with copies first. json: families with their "
            "members. jsonl: a document a line.",
        ),
    ] = Format.TABLE,
    as_of: AsOfOption = None,
) -> None:
    """Tell which documents carry the same text: copies, reprints, cuts. A family is called after
    the document that the others come from."""
    with opened(context, as_of=as_of) as store:
        from sayso.cli.output import Output  # noqa: PLC0415
        from sayso.desk import partition  # noqa: PLC0415

        found = partition.current(store, as_of=as_of)
        if format is Format.TABLE:
            _table(found)
            return
        output = Output(None)
        if format is Format.JSON:
            output.write(_encoded(json.dumps(list(map(_whole, found)), indent=2)))
            return
        for line in (line for family in found for line in _members(family)):
            output.write(_encoded(json.dumps(line, ensure_ascii=False)))


def _members(family: "Family") -> Iterator[dict[str, Any]]:
    for member in family.members:
        yield {
            "id": member,
            "family": family.id,
            "root": member == family.id,
            "agency": family.root.agency,
            "borrows_from": [loan.lender for loan in family.loans if loan.borrower == member],
        }


def _whole(family: "Family") -> dict[str, Any]:
    return {
        "family": family.id,
        "agency": family.root.agency,
        "why_root": family.root.reason,
        "members": list(family.members),
        "loans": [{"borrower": loan.borrower, "lender": loan.lender} for loan in family.loans],
    }


def _encoded(line: str) -> bytes:
    # An id may hold a lone surrogate, which UTF-8 does not; JSON's escape for it does.
    return (line + "\n").encode("utf-8", "backslashreplace")


def _table(found: "Sequence[Family]") -> None:
    from rich.console import Console  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415
    from sayso.report.words import one_line, plural  # noqa: PLC0415

    columns = ("family", "documents", "agency", "why its root", "copies")
    rows = [
        (
            family.id,
            str(len(family.members)),
            family.root.agency or "",
            family.root.reason if len(family.members) > 1 else "",
            ", ".join(family.members[1:]),
        )
        for family in sorted(found, key=lambda each: (-len(each.members), each.id))
    ]
    console = Console(highlight=False)
    console.print()
    tables.write(console, columns, [list(map(one_line, row)) for row in rows], below=("copies",))
    documents = plural(sum(len(family.members) for family in found), "document")
    console.print(f"{documents} in {plural(len(found), 'family', 'families')}")
