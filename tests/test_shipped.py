from sayso import shipped


def test_what_ships_is_read_once_and_without_comments() -> None:
    rows = shipped.rows("sayso.knowledge.actors", "data/titles")
    assert rows
    assert not any("#" in row or row != row.strip() or not row for row in rows)
    assert shipped.rows("sayso.knowledge.actors", "data/titles") is rows
    assert shipped.words("sayso.knowledge.actors", "data/titles") >= {*rows[0].split()}


def test_a_table_is_what_the_file_holds() -> None:
    assert {*shipped.table("sayso.reading.events", "modes")} >= {"ASSAULT", "CONSULT"}
