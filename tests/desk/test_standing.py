"""The worked rules, each on statements of which only the source matters."""

from typing import Any

import pytest

from sayso.desk.origins.counting import counted
from sayso.desk.origins.tracing import Origin, Traced
from sayso.desk.origins.voices import Voice
from sayso.desk.standing import verdict
from tests.desk.claims.made import proposition


def source(key: str, **said: Any) -> Origin:  # noqa: ANN401
    voice = Voice(kind="named", key=key, label=key, source_kind="named_person", **said)
    return Origin(key=key, label=key, depth="source", voice=voice)


def described(label: str, *walks: str) -> Origin:
    voice = Voice(
        kind="unnamed", key=label, label=label, source_kind="unnamed_person", walks=frozenset(walks)
    )
    return Origin(key=label, label=label, depth="described", voice=voice)


def unknown(key: str) -> Origin:
    return Origin(key=f"/own {key}", label=key, depth="unknown")


def says(
    document: str,
    origin: Origin | None,
    *,
    affirms: bool = True,
    cites: str | None = None,
    **more: Any,  # noqa: ANN401
) -> Traced:
    return Traced(
        proposition=proposition(document),
        affirms=affirms,
        family=document,
        origin=origin,
        cites=cites,
        **more,
    )


MAYOR, CLINIC, GUARD = (
    source("mayor"),
    source("clinic", party="clinic"),
    source("guard", party="guard"),
)
FRONT = source("front", party="front")
NURSE, OFFICER = described("a nurse", "medical"), described("an officer", "armed")
OFFICIAL, OTHER = described("an official", "official"), described("a diplomat", "official")
THE_MEDIATOR = described("the mediator", "official")
ENVOY = source("envoy", person="envoy", walks=frozenset({"official"}))
WIRE = unknown("Northern Wire")


@pytest.mark.parametrize(
    ("statements", "accused", "standing", "least", "most"),
    [
        ([says("a", MAYOR), says("b", MAYOR)], None, "single_origin", 1, 1),
        ([says("a", MAYOR), says("b", CLINIC)], None, "corroborated", 2, 2),
        ([says("a", MAYOR), says("b", GUARD, affirms=False)], None, "disputed", 1, 1),
        ([says("a", GUARD), says("b", FRONT)], "front", "single_origin", 1, 2),
        ([says("a", MAYOR), says("b", FRONT)], "front", "corroborated", 2, 2),
        ([says("a", OFFICIAL), says("b", OTHER)], None, "single_origin", 1, 2),
        ([says("a", NURSE), says("b", OFFICER)], None, "corroborated", 2, 2),
        ([says("a", MAYOR), says("b", OFFICIAL)], None, "single_origin", 1, 2),
        (
            [says("a", ENVOY), says("b", THE_MEDIATOR)],
            None,
            "single_origin",
            1,
            1,
        ),
        ([says("a", WIRE), says("b", unknown("Post"))], None, "own_voice_only", 0, 2),
        ([says("a", MAYOR), says("b", unknown("Post"))], None, "single_origin", 1, 2),
        ([says("a", WIRE), says("b", WIRE, cites="Northern Wire")], None, "circular", 0, 1),
        ([says("a", MAYOR), says("b", MAYOR, cites="Northern Wire")], None, "circular", 1, 1),
        ([says("a", WIRE, cites="Northern Wire")], None, "single_origin", 0, 1),
        ([says("a", None, withdrawn=True), says("b", WIRE, affirms=False)], None, "disputed", 0, 0),
    ],
)
def test_rules(
    statements: list[Traced], accused: str | None, standing: str, least: int, most: int
) -> None:
    count = counted(statements, accused=accused)
    judged = verdict(statements, count)
    assert (judged.standing, count.least, count.most) == (standing, least, most)
    assert judged.why.endswith(".")


@pytest.mark.parametrize(
    ("statements", "credibility"),
    [
        ([says("a", MAYOR), says("b", CLINIC)], 1),
        ([says("a", MAYOR)], 3),
        ([says("a", MAYOR), says("b", GUARD, affirms=False)], 4),
        ([says("a", MAYOR), says("b", CLINIC), says("c", GUARD, affirms=False)], 3),
        ([says("a", None, withdrawn=True), says("b", WIRE, affirms=False)], 5),
        ([says("a", WIRE)], 6),
    ],
)
def test_grades(statements: list[Traced], credibility: int) -> None:
    judged = verdict(statements, counted(statements))
    assert judged.credibility == credibility
    assert f"Credibility {credibility}" in judged.why


def test_a_letter_is_his_who_is_quoted_as_writing_one() -> None:
    letter = Voice(
        kind="named", key="/paper letter", label="a letter", source_kind="document", paper="letter"
    )
    paper = Origin(key="/paper letter", label="a letter", depth="source", voice=letter)
    writer = source("minister", person="minister", paper="letter")
    count = counted([says("a", paper), says("b", writer)])
    assert (count.least, count.most) == (1, 1)
