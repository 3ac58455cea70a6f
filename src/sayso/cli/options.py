"""Options that several verbs have, where they read documents."""

from typing import Annotated

import typer

JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Processes that read side by side.")
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Let web addresses lead to private networks.")
]
