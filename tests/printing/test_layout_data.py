"""A layout is written out, edited and looked at; what is wrong is told at once."""

import json
from typing import Any

import pytest

from printing.layout_data import WrongLayout, exported, previewed
from printing.papers import PAPERS, longest_values, render_paper
from printing.raster import page_text


def data(kind: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(exported(kind), ensure_ascii=False))
    return read


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_what_is_written_out_draws_the_same_paper(kind: str) -> None:
    assert previewed(data(kind)) == render_paper(kind, longest_values(kind)).pdf


def test_an_edited_heading_is_seen() -> None:
    edited = data("receipt")
    edited["layout"]["pages"][0]["parts"][1]["say"] = "受理通知书"

    assert "受理通知书" in page_text(previewed(edited))


def test_every_wrong_place_is_named_at_once() -> None:
    edited = data("receipt")
    edited["layout"]["pages"][0]["parts"][0]["x"] = "left"
    edited["layout"]["pages"][0]["parts"][1]["colour"] = "red"
    edited["layout"]["flow"][1]["rows"] = "nothing"
    edited["layout"]["flow"][0]["is"] = "picture"
    del edited["longest"]["item"]

    with pytest.raises(WrongLayout) as refused:
        previewed(edited)

    assert {place for place, _ in refused.value.problems} >= {
        "layout.pages.0.parts.0.x",
        "layout.pages.0.parts.1.colour",
        "layout.flow.0.is",
        "layout.flow.1.rows",
        "longest.item",
    }


def test_a_box_too_small_for_its_sample_is_refused() -> None:
    edited = data("case_label")
    for part in edited["layout"]["pages"][0]["parts"]:
        if part["is"] == "text":
            part["height"] = 0.5

    with pytest.raises(WrongLayout):
        previewed(edited)
