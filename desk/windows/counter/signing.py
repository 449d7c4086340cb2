"""The applicants check and sign on their screen; what they signed is kept with the acceptance."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.windows.counter.doubts import Doubts
from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.signer_list import signers_of
from desk.windows.customer.shown import to_check
from desk.windows.parts.office import Office
from desk.workflow.answers import AcceptAnswer, Answer
from desk.workflow.application import Application
from desk.workflow.clock import SHANGHAI
from desk.workflow.signatures import signers
from forms.catalogue import delivered


class Signing(QObject):
    """Asks every person of an application in turn; a signature is good for what was shown."""

    told = Signal(str, str)  # level and sentence for the clerk

    def __init__(self, office: Office, entry: ApplicationEntry, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._entry = office, entry
        self._shown: Application | None = None
        self._people: tuple[int, ...] = ()  # the rows of the entry behind what is shown
        self.doubts = Doubts(entry)
        entry.changed.connect(self._show_signers)
        if office.customer is not None:
            office.customer.signed.connect(self._signed)
            office.customer.refused.connect(self._refused)
            office.customer.marked_wrong.connect(self._marked)

    def ask(self, ticket: str, clerk: QWidget) -> None:
        """Put the application before the people whom it concerns."""
        application = self._entry.application()
        customer, people = self._office.customer, signers(application)
        if customer is None or not people:
            self.told.emit("info", self.tr("Nobody is entered who could sign."))
            return
        self._shown = bare(application)
        self._people = self._entry.model.state.people
        self.doubts.forget()
        place = self._entry.location() or ", ".join(self._entry.unit_codes())
        customer.open_beside(clerk.window(), wanted=True)
        customer.ask([to_check(application, place, person, ticket) for person in people], self)
        names = "、".join(person.name for person in people)
        self.told.emit("info", self.tr("On the applicants' screen: {0}.").format(names))
        self._show_signers()

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
        self.doubts.forget()

    def show_result(self, answer: Answer) -> None:
        """Tell the applicants the number of their case, and when the certificate will be there."""
        customer = self._office.customer
        if customer is None or not isinstance(answer, AcceptAnswer):
            return
        if not customer.screen.isVisible():
            return
        due, at = answer.due_at.astimezone(SHANGHAI), answer.at.astimezone(SHANGHAI)
        customer.show_result(
            answer.case_no, f"{due:%H:%M}" if due.date() == at.date() else f"{due:%Y-%m-%d}"
        )

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
        self._show_signers()

    def _refused(self, name: str) -> None:
        if self._asked_here:
            said = self.tr("{0} says that something is wrong. Ask, correct it, then F8 again.")
            self.told.emit("error", said.format(name))
            self._show_signers()

    def _marked(self, key: str, wrong: bool) -> None:
        """Turn the field amber that a person touched on the applicants' screen."""
        customer = self._office.customer
        if not self._asked_here or customer is None or not customer.waits_for:
            return
        head, *rest = key.split(".")
        if head == "parties":
            rest = [str(self._people[int(rest[0])])]
        self.doubts.mark("/".join((head, *rest)), customer.waits_for[0], wrong=wrong)

    def _show_signers(self) -> None:
        item = delivered().items.get(self._entry.model.state.item)
        if item is None:
            self._entry.submit.signers.show_signers(())
            return
        application = self._entry.model.state.application()
        signed = self._office.customer.signed_by(self) if self._office.customer else ()
        stale = bool(signed) and self._shown != bare(application)
        note = self.tr("Changed since they signed: the signatures no longer count. F8 asks again.")
        people = signers_of(item, application, () if stale else signed)
        self._entry.submit.signers.show_signers(people, note if stale else "")


def bare(application: Application) -> Application:
    """Return an application without what the clerk confirmed: that is not the applicants' word."""
    return replace(application, confirmed=())
