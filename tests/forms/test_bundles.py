"""The bundles that the counter offers are of items that exist, in the order of their entry."""

import pytest

from desk.workflow.rules.bundles import in_order
from forms.bundles import Bundle, bundles


@pytest.mark.parametrize("bundle", bundles(), ids=lambda one: one.code)
def test_a_bundle_stands_in_the_order_of_entry_and_has_names(bundle: Bundle) -> None:
    assert len(bundle.items) >= 2
    assert in_order(bundle.items) == ()
    assert bundle.zh
    assert bundle.en
    assert bundle.initials.isascii()


def test_no_two_bundles_are_called_the_same() -> None:
    for names in zip(*((one.code, one.zh, one.en, one.initials) for one in bundles()), strict=True):
        assert len(set(names)) == len(names)
