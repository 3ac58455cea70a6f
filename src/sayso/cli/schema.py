"""`sayso schema`: the JSON Schema of the record."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of the analysis record."""
    from sayso.records.schema import analysis_schema  # noqa: PLC0415

    typer.echo(json.dumps(analysis_schema(), indent=2, ensure_ascii=False))
