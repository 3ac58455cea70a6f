from sayso.intake.formats import FORMATS


def test_every_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(each.label for each in FORMATS)
