"""`sayso review`: what people decide about what machines read."""

import typer

from sayso.cli.review.log import log
from sayso.cli.review.one import accept, correct, reject
from sayso.cli.review.queue import queue
from sayso.cli.review.reliability import reliability
from sayso.cli.review.two import merge, split
from sayso.cli.review.undo import undo

review = typer.Typer(
    name="review",
    help="Decide what is right: accept, correct, reject, merge, split, and take it back.",
    no_args_is_help=True,
)

review.command()(queue)
review.command()(accept)
review.command()(reject)
review.command()(correct)
review.command()(reliability)
review.command()(merge)
review.command()(split)
review.command()(undo)
review.command()(log)
