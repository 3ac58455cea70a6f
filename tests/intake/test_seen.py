from sayso.intake.seen import Seen


def test_ids_are_remembered_exactly() -> None:
    with Seen() as seen:
        assert [seen.add(id) for id in ("a", "A", "a", "\ud800", "\ud800", "")] == [  # noqa: A001
            True, True, False, True, False, True,
        ]  # fmt: skip
