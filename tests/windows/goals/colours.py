"""Contrast as WCAG 2 measures it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

WEIGHTS = np.array([0.2126, 0.7152, 0.0722])
Pixels = NDArray[np.float64]


def luminance(pixels: Pixels) -> Pixels:
    """Return how light pixels are, from 0 to 1."""
    share = pixels / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ WEIGHTS)


def ratios(one: Pixels, other: Pixels) -> Pixels:
    """Return the contrast of pixels with each other, from 1 to 21."""
    first, second = luminance(one), luminance(other)
    return np.asarray((np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written as #RRGGBB."""
    first, second = (
        np.array([[int(text[at : at + 2], 16) for at in (1, 3, 5)]], dtype=float)
        for text in (one, other)
    )
    return float(ratios(first, second)[0])


def pixels(widget: QWidget) -> Pixels:
    """Return what is seen of a widget as it is painted in its window, scrolled to."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 0)
        parent = parent.parentWidget()
    QApplication.processEvents()
    window, seen = widget.window(), widget.visibleRegion().boundingRect()
    return painted(window, QRect(widget.mapTo(window, seen.topLeft()), seen.size()))


def painted(window: QWidget, spot: QRect) -> Pixels:
    """Return a part of a window as rows of red, green and blue."""
    image = window.grab(spot).toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8)
    rows = rows.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 3]
    return rows.reshape(image.height(), image.width(), 3).astype(float)
