from datetime import date

import pytest

from sayso.desk.claims.clauses import clauses
from sayso.desk.claims.days import LAG, days_of
from tests.desk.claims.told import told

PUBLISHED = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "last", "first", "dated"),
    [
        ("The ferry sank on 2 March 2026.", date(2026, 3, 2), date(2026, 3, 2), True),
        ("It left on 2 March 2026. The ferry sank.", date(2026, 3, 2), date(2026, 3, 2), False),
        ("The ferry sank.", PUBLISHED, PUBLISHED - LAG, False),
    ],
)
def test_when_a_clause_was(text: str, last: date, first: date, *, dated: bool) -> None:
    made = told("a", text, publisher="Coast News")
    assert days_of(made, clauses(made)[-1]) == ((first, last), dated)
