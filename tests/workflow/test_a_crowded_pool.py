"""Many approvers at once: nobody gets another's case, nobody gets a later one before its turn."""

import pytest

from tests.workflow.crowded_pool import crowd


@pytest.mark.postgresql
def test_a_crowd_works_off_the_pool_in_its_order_and_no_case_is_held_by_two(
    postgresql_url: str,
) -> None:
    found = crowd(postgresql_url, approvers=6, cases=60, look=0.3, seed=20261124)

    assert found.faults == []
    assert len(found.claim_ms) == 60 + found.acts["ReleaseClaim"]
    assert found.acts["ReleaseClaim"] > 3
    assert sum(times for act, times in found.acts.items() if act.startswith("SkipCase")) > 3
