"""What may stand on the applicant's screen: own data in full, others' masked, nothing internal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.words import code_word, item_name, language, masked_name, party_word
from desk.workflow.application import Application, Party, Person
from desk.workflow.signatures import BODIES
from forms.catalogue import delivered
from forms.checks.identity import masked_number
from forms.checks.money import in_words, parse_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """One thing to check; `key` is the field's path in the entry, for a mark when it is wrong."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What one applicant is asked to check and to sign."""

    ticket: str
    signer: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature as it was written: strokes of points in thousandths of the pad, with ms."""

    signer: str
    strokes: tuple[tuple[tuple[int, int, int], ...], ...]


def to_receive(
    item: str, location: str, papers: Sequence[str], receiver: Person, ticket: str
) -> Check:
    """Return what the receiver of certificates confirms by a signature."""
    lines = [
        ShownLine(
            key="item",
            label=_say(QT_TRANSLATE_NOOP("customer", "Business")),
            value=item_name(item),
        ),
        ShownLine(
            key="units", label=_say(QT_TRANSLATE_NOOP("customer", "Property")), value=location
        ),
        ShownLine(
            key="to",
            label=_say(QT_TRANSLATE_NOOP("customer", "You")),
            value=f"{receiver.name}  {receiver.id_number}",
        ),
    ]
    lines += [
        ShownLine(key=number, label=_say(QT_TRANSLATE_NOOP("customer", "Paper")), value=number)
        for number in papers
    ]
    return Check(ticket=ticket, signer=receiver.name, lines=tuple(lines))


def to_check(application: Application, location: str, signer: Party, ticket: str) -> Check:
    """Return what `signer` sees of an application."""
    lines = (*_people(application, signer), *_property(application, location))
    return Check(ticket=ticket, signer=signer.name, lines=lines)


def _people(application: Application, signer: Party) -> Iterator[ShownLine]:
    business = _say(QT_TRANSLATE_NOOP("customer", "Business"))
    yield ShownLine(key="item", label=business, value=item_name(application.item))
    for place, party in enumerate(application.parties):
        own = party.is_same_as(signer)
        public = own or party.id_type in BODIES
        name = party.name if public else masked_name(party.name)
        number = party.id_number if own else masked_number(party.id_number)
        contact = f"  {party.phone}" if own and party.phone else ""
        yield ShownLine(
            key=f"parties.{place}",
            label=_say(QT_TRANSLATE_NOOP("customer", "You")) if own else party_word(party.role),
            value=f"{name}  {number}{contact}",
        )


def _property(application: Application, location: str) -> Iterator[ShownLine]:
    place = _say(QT_TRANSLATE_NOOP("customer", "Property"))
    yield ShownLine(key="units", label=place, value=location)
    if application.co_ownership:
        label = _say(QT_TRANSLATE_NOOP("customer", "Ownership"))
        word = code_word("co_ownership", application.co_ownership)
        yield ShownLine(key="co_ownership", label=label, value=word)
    for field in delivered().items[application.item].fields:
        amount = application.fields.get(field.key)
        if field.kind == "money" and amount:
            fen = parse_fen(str(amount))
            yield ShownLine(
                key=f"fields.{field.key}",
                label=field.label_zh if language() == "zh" else field.label_en,
                value=f"{fen // 100:,}.{fen % 100:02d}  {in_words(fen)}",
            )


def _say(text: str) -> str:
    return QCoreApplication.translate("customer", text)
