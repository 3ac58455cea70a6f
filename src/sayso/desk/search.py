"""Full-text search over all versions, on SQLite's FTS5 or PostgreSQL's text search.

Words are compared without case and accents, and not stemmed. The same question gives the same
documents on both; the order is each one's own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import Connection, text

from sayso.desk.clock import as_of as stamp_of

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'"([^"]*)"')

# PostgreSQL refuses a text whose distinct words come to more than a megabyte.
# A phrase of as many words as parts have in common is found wherever it stands.
_PART_WORDS: Final = 20_000
_IN_COMMON: Final = 50
_LONGEST_WORD: Final = 500


class Hit(Struct, frozen=True, kw_only=True):
    """A version that has all words of a question; `score` is higher for the better."""

    version: int
    score: float


def add(connection: Connection, new: Sequence[dict[str, Any]]) -> None:
    """Index versions, whose rows are in the database already."""
    if not new:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO search (rowid, title, text)"
                " SELECT id, title, text FROM versions WHERE id BETWEEN :first AND :last"
            ),
            {"first": new[0]["id"], "last": new[-1]["id"]},
        )
        return
    rows = [
        {"version": row["id"], "part": number, "words": words}
        for row in new
        for number, words in enumerate(_parts(f"{row['title'] or ''}\n{row['text']}"))
    ]
    if rows:
        connection.execute(
            text("INSERT INTO search VALUES (:version, :part, to_tsvector('simple', :words))"),
            rows,
        )


def search(
    connection: Connection, question: str, *, as_of: str | None = None, limit: int = 20
) -> tuple[Hit, ...]:
    """Give the versions with all words of `question`, and its "quoted phrases" as they stand.

    Of a document only the version counts that was current at `as_of` (ISO 8601), which is now
    unless it is said.
    """
    phrases = [words for words in map(_folded, _QUOTED.findall(question)) if words]
    phrases += [[word] for word in _folded(_QUOTED.sub(" ", question))]
    if not phrases:
        return ()
    values = {"known": stamp_of(as_of) if as_of else "9", "limit": limit}
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f'"{" ".join(words)}"' for words in phrases)
        found = connection.execute(
            text(_ON_FILE.format(current=_CURRENT)), {"asked": asked, **values}
        )
    else:
        each = {f"phrase{n}": f"({' <-> '.join(x)})" for n, x in enumerate(phrases)}
        anywhere = " AND ".join(_IN_SOME_PART.format(name=name) for name in each)
        found = connection.execute(
            text(_ON_SERVER.format(current=_CURRENT, anywhere=anywhere)),
            {"asked": " | ".join(each.values()), **each, **values},
        )
    return tuple(Hit(version=row.version, score=row.score) for row in found)


_CURRENT = (
    "v.known <= :known AND NOT EXISTS (SELECT 1 FROM versions later"
    " WHERE later.document = v.document AND later.number > v.number AND later.known <= :known)"
)
_ON_FILE = (
    "SELECT v.id AS version, -bm25(search) AS score FROM search JOIN versions v"
    " ON v.id = search.rowid WHERE search MATCH :asked AND {current}"
    " ORDER BY score DESC, v.id LIMIT :limit"
)
_ON_SERVER = (
    "SELECT v.id AS version, sum(ts_rank_cd(s.words, q.asked)) AS score"
    " FROM (SELECT to_tsquery('simple', :asked) AS asked) q, search s JOIN versions v"
    " ON v.id = s.version WHERE s.words @@ q.asked AND {current} AND {anywhere}"
    " GROUP BY v.id ORDER BY score DESC, v.id LIMIT :limit"
)
_IN_SOME_PART = "v.id IN (SELECT version FROM search WHERE words @@ to_tsquery('simple', :{name}))"


def _parts(words: str) -> Iterator[str]:
    found = _folded(words)
    for first in range(0, len(found), _PART_WORDS - _IN_COMMON):
        yield " ".join(found[first : first + _PART_WORDS])


def _folded(words: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return [found[:_LONGEST_WORD] for found in _WORD.findall(bare.replace("_", " "))]
