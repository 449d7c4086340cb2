"""Bring the Chinese translation up to the windows' texts: `make translations`.

Texts are extracted afresh; what was translated is kept, what is gone is dropped, what is new is
named and waits as unfinished. A JSON file given as argument ({"English": "中文"}) fills new ones.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
CHINESE = HERE / "zh_CN.ts"
TOOLS = Path(sys.executable).parent

Key = tuple[str, str]  # class, English text


def refresh(new: Mapping[str, str]) -> list[Key]:
    """Write and compile the Chinese file; return what is still without a translation."""
    known = _translations(ElementTree.parse(CHINESE))
    fresh = _extract()
    missing: list[Key] = []
    for context in fresh.getroot().iter("context"):
        name = context.findtext("name") or ""
        for entry in context.iter("message"):
            source = entry.findtext("source") or ""
            translation = entry.find("translation")
            assert translation is not None
            text = known.get((name, source)) or new.get(source)
            if text:
                translation.attrib.pop("type", None)
                translation.text = text
            else:
                missing.append((name, source))
    ElementTree.indent(fresh, space="    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    CHINESE.write_text(head + ElementTree.tostring(fresh.getroot(), "unicode") + "\n", "utf-8")
    _run("pyside6-lrelease", str(CHINESE), "-qm", str(CHINESE.with_suffix(".qm")))
    return missing


def _extract() -> "ElementTree.ElementTree[ElementTree.Element]":
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        files = sorted(str(path.relative_to(HERE.parent)) for path in HERE.parent.rglob("*.py"))
        options = ("-locations", "none", "-no-obsolete", "-target-language", "zh_CN")
        _run("pyside6-lupdate", *options, *files, "-ts", str(fresh))
        tree = ElementTree.parse(fresh)
    tree.getroot().set("sourcelanguage", "en")
    contexts = sorted(tree.getroot(), key=lambda context: context.findtext("name") or "")
    for context in contexts:
        entries = sorted(context.iter("message"), key=lambda entry: entry.findtext("source") or "")
        context[1:] = entries
    tree.getroot()[:] = contexts
    return tree


def _translations(
    tree: "ElementTree.ElementTree[ElementTree.Element]",
) -> dict[Key, str]:
    return {
        (context.findtext("name") or "", entry.findtext("source") or ""): text
        for context in tree.getroot().iter("context")
        for entry in context.iter("message")
        if (text := entry.findtext("translation"))
    }


def _run(tool: str, *words: str) -> None:
    subprocess.run([str(TOOLS / tool), *words], cwd=HERE.parent, check=True, capture_output=True)


def main() -> None:
    """Refresh and name what is still to be translated; end with status 1 where there is some."""
    given = json.loads(Path(sys.argv[1]).read_text("utf-8")) if len(sys.argv) > 1 else {}
    missing = refresh(given)
    for name, source in missing:
        sys.stdout.write(f"{name}: {source}\n")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
