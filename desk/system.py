"""What the machine must have for windows: a display, and the libraries that Qt needs."""

import ctypes
import os
import sys

PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries that every Qt program loads, and the Debian packages that bring them."""

DISPLAY_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries that an X11 display needs besides."""

UNSEEN = ("offscreen", "minimal")


def has_display() -> bool:
    """Tell whether windows can be seen: not offscreen, and on Linux a display server is named."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in UNSEEN:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(*, display: bool) -> dict[str, str]:
    """Return the libraries that cannot be loaded, each with the package that brings it."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = PACKAGES | DISPLAY_PACKAGES if display and os.environ.get("DISPLAY") else PACKAGES
    return {library: package for library, package in wanted.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
