"""Words in both languages, before it is known who reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from forms.fields import Field, FieldKind
from forms.messages import message


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in Chinese and in English."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """Return it in one language."""
        return self.zh if language == "zh" else self.en


def plain(text: str) -> Words:
    """Return what reads the same in both languages: names, numbers, amounts."""
    return Words(text, text)


NOTHING = plain("—")


def said(code: str, **facts: object) -> Words:
    """Return the sentence of a code; facts may be words themselves."""

    def one(language: str) -> str:
        told = {k: v.text(language) if isinstance(v, Words) else v for k, v in facts.items()}
        return message(code, language, **told)

    return Words(one("zh"), one("en"))


def joined(parts: Iterable[Words]) -> Words:
    """Return several words as one list; a dash where there are none."""
    every = tuple(parts)
    if not every:
        return NOTHING
    return Words("、".join(one.zh for one in every), ", ".join(one.en for one in every))


def side_by_side(*parts: Words) -> Words:
    """Return words with room between them, those that say nothing left out."""
    every = tuple(one for one in parts if one.zh)
    return Words("  ".join(one.zh for one in every), "  ".join(one.en for one in every))


def answer_words(field: Field, value: object) -> Words:
    """Say the answer to a question of a form as the form showed it."""
    if isinstance(value, bool):
        return said("ROW-YES" if value else "ROW-NO")
    if field.kind is FieldKind.UNITS and isinstance(value, list | tuple):
        return joined(plain(str(one["code"])) for one in value)
    for choice in field.choices:
        if choice.code == value:
            return Words(choice.zh, choice.en)
    return plain(str(value))
