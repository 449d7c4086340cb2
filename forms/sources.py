"""Legal sources as they are cited, for readers of English: the instrument by name, then its place.

On paper and in the data a source stands as the law is cited in Chinese.
"""

import re

from forms.tables import CodeTable

_DOCUMENT = re.compile(r"^(?P<name>.+?)〔(?P<year>\d{4})〕(?P<no>\d+)号$")
_NOTICE = re.compile(r"^(?P<name>.*?公告)(?P<year>\d{4})年第(?P<no>\d+)号$")
_ARTICLE = re.compile(r"^(?P<name>.+?)第(?P<articles>[一二三四五六七八九十百零、]+)条$")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}


def source_text(source: str, language: str, instruments: CodeTable) -> str:
    """Return a source for a reader; what is not in the table of instruments stays as it is."""
    if language == "zh":
        return source
    return "; ".join(_english(part, instruments) for part in re.split(r"[;；]\s*", source))


def _english(part: str, instruments: CodeTable) -> str:
    for pattern, form in (
        (_DOCUMENT, "{name} [{year}] No. {no}"),
        (_NOTICE, "{name} {year} No. {no}"),
    ):
        found = pattern.match(part)
        if found and found["name"] in instruments.by_code:
            place = {"year": found["year"], "no": found["no"]}
            return form.format(name=instruments.en(found["name"]), **place)
    found = _ARTICLE.match(part)
    if found and found["name"] in instruments.by_code:
        articles = ", ".join(str(_number(each)) for each in found["articles"].split("、"))
        return f"{instruments.en(found['name'])}, art. {articles}"
    return instruments.en(part) if part in instruments.by_code else part


def _number(written: str) -> int:
    hundreds, _, rest = written.replace("零", "").rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    number = 100 * _DIGITS.get(hundreds, 0) + _DIGITS.get(ones, 0)
    return number + (10 * _DIGITS.get(tens, 1) if ten else 0)
