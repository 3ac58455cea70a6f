from training.split import held_out


def test_a_third_is_held_out_by_the_id_alone() -> None:
    kept = [held_out(f"corpus/{number}") for number in range(3000)]
    assert 900 < sum(kept) < 1100
    assert kept == [held_out(f"corpus/{number}") for number in range(3000)]
