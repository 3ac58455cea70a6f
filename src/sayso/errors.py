"""Everything that sayso raises on purpose.

    SaysoError             catch this to catch them all
    ├── IntakeError        an input that cannot be read: which, why, and what to do
    ├── RecordError        a record that cannot be written to JSON, or JSON that is no record
    └── StoreError         a desk that cannot be opened, read or written: which, why, what to do

An error carries the facts; its text is made from them.
"""


class SaysoError(Exception):
    """The base of every error that sayso raises on purpose."""


class IntakeError(SaysoError):
    """An input cannot be read. The rest of the inputs still can.

    `name` is the file, URL or line as the person gave it, `reason` what was found,
    `advice` what to do about it.
    """

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(name, reason, advice)
        self.name = name
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}. {self.advice}"


class RecordError(SaysoError):
    """A record and its JSON do not go into each other; `id` is the document's, where known."""

    def __init__(self, reason: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(reason)
        self.reason = reason
        self.id = id

    def __str__(self) -> str:
        return self.reason if self.id is None else f"{self.id}: {self.reason}"


class StoreError(SaysoError):
    """A desk cannot be opened, read or written; what was written before stays.

    `place` is the file or URL without its password, `reason` what was found, `advice` what to do.
    """

    def __init__(self, place: str, reason: str, advice: str) -> None:
        super().__init__(place, reason, advice)
        self.place = place
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"the desk {self.place} {self.reason}. {self.advice}"
