"""The cases of a bundle on their way through C03: held until the last is keyed, sent at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from desk.workflow.application import Application, Party
from desk.workflow.commands import AcceptBundle, BundledCase, new_id
from forms.bundles import Bundle
from forms.items import Item

OF_ONE_CASE = ("interview",)  # its questions and its people are those of one kind of business


@dataclass(kw_only=True)
class BundleHold:
    """Which case of a bundle is being keyed, and those that are keyed already."""

    bundle: Bundle
    case_id: UUID | None = None  # of the ticket: the first case begins with it
    seen: int | None = None
    _keyed: list[Application] = field(default_factory=list)
    _shown: list[Mapping[str, object]] = field(default_factory=list)
    _ids: list[UUID] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Return the place of the case that is being keyed, from 1."""
        return len(self._keyed) + 1

    @property
    def item(self) -> Item:
        """Return the kind of the case that is being keyed."""
        return self.bundle.items[len(self._keyed)]

    @property
    def is_last(self) -> bool:
        """Tell whether the whole bundle is sent with this case."""
        return self.place == len(self.bundle.items)

    def keep(self, application: Application, shown: Mapping[str, object]) -> None:
        """Hold a case that was keyed with what is kept of it, and go on to the next."""
        self._keyed.append(application)
        self._shown.append(shown)

    @property
    def held(self) -> tuple[UUID, ...]:
        """Return the ids of the cases that are keyed already."""
        self._name(len(self._keyed))
        return tuple(self._ids[: len(self._keyed)])

    def name_next(self, case_id: UUID) -> None:
        """Give the case in hand the id of the draft under which it is kept."""
        self._name(len(self._keyed))
        self._ids[len(self._keyed) :] = [case_id]

    def give_back(self) -> Application:
        """Take the last held case back into the hand."""
        self._shown.pop()
        return self._keyed.pop()

    def begun(self) -> Application:
        """Return what is known of the next case from the ones before: units, and who is who."""
        last = self._keyed[-1]
        return Application(
            item=self.item.code,
            units=last.units,
            parties=tuple(_as_obligor(party) for party in last.parties if party.role == "holder")
            if self.item.act == "mortgage_create" or "notice" in self.item.act
            else (),
            materials=(),
        )

    def command(
        self, last: Application, window: int | None, shown: Mapping[str, object]
    ) -> AcceptBundle:
        """Return the one command for all cases; each case keeps its id when it is made again.

        What was confirmed was asked of all cases together, so each of them carries it.
        """
        held = (replace(one, confirmed=last.confirmed) for one in self._keyed)
        applications = (*held, last)
        self._name(len(applications))
        every = (*self._shown, shown)
        return AcceptBundle(
            window=window,
            evidence=_together([_without(one, OF_ONE_CASE) for one in every]),
            cases=tuple(
                BundledCase(
                    application=application,
                    case_id=case_id,
                    seen=self.seen if place == 0 else None,
                    evidence={n: one[n] for n in OF_ONE_CASE if n in one} or None,
                )
                for place, (application, case_id, one) in enumerate(
                    zip(applications, self._ids, every, strict=True)
                )
            ),
        )

    def _name(self, count: int) -> None:
        """Let so many cases have an id; the first has that of its ticket or its draft."""
        while len(self._ids) < count:
            first = not self._ids and self.case_id is not None
            self._ids.append(self.case_id if first and self.case_id else new_id())


def _without(shown: Mapping[str, object], names: Sequence[str]) -> Mapping[str, object]:
    return {name: kept for name, kept in shown.items() if name not in names}


def _together(shown: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Join what is kept of the cases: lists one behind the other, each line of them once."""
    joined: dict[str, object] = {}
    for one in shown:
        for name, kept in one.items():
            there = joined.setdefault(name, kept)
            if isinstance(there, list) and isinstance(kept, list):
                joined[name] = [*there, *(line for line in kept if line not in there)]
    return joined


def _as_obligor(party: Party) -> Party:
    """The buyer of the home gives it as security in the next case."""
    return replace(party, role="obligor", share=None)
