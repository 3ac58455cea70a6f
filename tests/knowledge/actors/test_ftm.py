import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.actors.ftm import decode


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "a JSON list"),
        ('{"schema": "Person", "properties": {}}', "`id` is missing"),
        ('{"id": "a", "schema": 3, "properties": {}}', "`schema` is 3"),
        ('{"id": "a", "schema": "Person"}', "`properties` are missing"),
        ('{"id": "a", "schema": "Person", "properties": {"name": "x"}}', "not a list"),
        ('{"id": "a", "schema": "Person", "properties": {"name": [" "]}}', "has no name"),
    ],
)
def test_what_is_no_entity_is_refused_with_the_reason(line: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode(line)


def test_an_entity_is_read() -> None:
    entity = decode('{"id": "Q1", "schema": "Company", "properties": {"name": ["Valo"]}}')
    assert (entity.id, entity.schema, entity.texts("name")) == ("Q1", "Company", ["Valo"])


@given(st.binary(max_size=200))
def test_no_bytes_do_harm(line: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert decode(line).id
