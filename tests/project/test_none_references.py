"""PySide6 must not eat references to None: version 6.12.0 on Python 3.11 does, until it aborts."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel


@pytest.mark.gui
def test_calls_that_return_none_keep_the_references_to_none(qapp: QApplication) -> None:
    label = QLabel()
    label.setText("warm")
    before = sys.getrefcount(None)

    for turn in range(1_000):
        label.setText(str(turn))

    assert sys.getrefcount(None) > before - 500
