"""Canonical JSON and fingerprints."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.canonical import canonical_json, fingerprint

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("ab权"), inner),
    max_leaves=20,
)


def test_one_value_has_one_spelling() -> None:
    assert canonical_json({"b": [1, 2.5, None], "a": "权"}) == '{"a":"权","b":[1,2.5,null]}'
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@given(JSON_VALUES)
def test_the_spelling_survives_reading(value: object) -> None:
    text = canonical_json(value)

    assert canonical_json(json.loads(text)) == text


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (float("nan"), ValueError),
        ([float("inf")], ValueError),
        ({"name": "\ud800"}, ValueError),
        ({1: "one"}, TypeError),
        ([{None: 1}], TypeError),
        ({"when": object()}, TypeError),
        ({1, 2}, TypeError),
    ],
)
def test_what_is_not_json_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        canonical_json(value)
