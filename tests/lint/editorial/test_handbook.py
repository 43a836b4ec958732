"""What is found in the handbook has been judged, and few findings are false."""

from tests.lint import false_alarms


def test_every_finding_in_the_handbook_is_judged():
    assert false_alarms.problems(notices=False) == []


def test_most_values_by_hand_are_told_with_the_fact_that_they_are():
    shown, found, same = false_alarms.by_hand()
    for kind in ("day", "money", "person", "period"):
        assert found[kind] > shown[kind] / 2, kind
    assert sum(same.values()) > 0.9 * sum(found.values())
