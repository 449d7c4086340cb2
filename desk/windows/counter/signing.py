"""The applicants check and sign on their screen; what they signed is kept with the acceptance."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.windows.customer.shown import BODIES, to_check
from desk.windows.parts.office import Office
from desk.workflow.application import Application, Party

SIGN = frozenset({"holder", "obligor", "agent", "guardian", "consenting"})


class Signing(QObject):
    """Asks every person of an application in turn; a signature is good for what was shown."""

    told = Signal(str, str)  # level and sentence for the clerk

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._shown: Application | None = None
        if office.customer is not None:
            office.customer.signed.connect(self._signed)
            office.customer.refused.connect(self._refused)

    def ask(self, application: Application, location: str, ticket: str, clerk: QWidget) -> None:
        """Put the application before the people whom it concerns."""
        customer, people = self._office.customer, signers(application)
        if customer is None or not people:
            self.told.emit("info", self.tr("Nobody is entered who could sign."))
            return
        self._shown = bare(application)
        customer.open_beside(clerk.window(), wanted=True)
        customer.ask([to_check(application, location, person, ticket) for person in people], self)
        names = "、".join(person.name for person in people)
        self.told.emit("info", self.tr("On the applicants' screen: {0}.").format(names))

    def evidence(self, application: Application) -> dict[str, object]:
        """Return the signatures under an application, none where it was changed since."""
        customer = self._office.customer
        if customer is None or self._shown != bare(application):
            return {}
        return customer.evidence(self)

    def forget(self) -> None:
        """Begin anew for the next applicants: nothing of these stays on the screen."""
        if self._asked_here:
            assert self._office.customer is not None
            self._office.customer.clear()
        self._shown = None

    @property
    def _asked_here(self) -> bool:
        """Tell whether the applicants' screen now asks for this acceptance."""
        return self._office.customer is not None and self._office.customer.asked_by is self

    def _signed(self, name: str) -> None:
        customer = self._office.customer
        if not self._asked_here or customer is None:
            return
        waiting = "、".join(customer.waits_for)
        if waiting:
            said = self.tr("{0} has signed; still to sign: {1}.").format(name, waiting)
        else:
            said = self.tr("All have signed.")
        self.told.emit("info" if waiting else "done", said)

    def _refused(self, name: str) -> None:
        if self._asked_here:
            said = self.tr("{0} says that something is wrong. Ask, correct it, then F8 again.")
            self.told.emit("error", said.format(name))


def signers(application: Application) -> tuple[Party, ...]:
    """Return who signs: every person named, each once; bodies sign through their agents."""
    people = {
        (party.name, party.id_number): party
        for party in application.parties
        if party.role in SIGN and party.id_type not in BODIES
    }
    return tuple(people.values())


def bare(application: Application) -> Application:
    """Return an application without what the clerk confirmed: that is not the applicants' word."""
    return replace(application, confirmed=())
