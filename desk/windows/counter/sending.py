"""The one act that is sent for what was keyed: sent again unchanged it is the same act."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from desk.windows.counter.bundle_hold import BundleHold
from desk.windows.counter.filling import Sent, acceptance
from desk.workflow.application import Application
from desk.workflow.commands import AcceptBundle, new_id
from forms.items import Item

Made = Sent | AcceptBundle


@dataclass(kw_only=True)
class Sending:
    """Makes the act of a form; a bundle waits until its last case is keyed."""

    hold: BundleHold | None = None
    _sent: Made | None = None

    def forget(self) -> None:
        """Begin anew: the next act is another one."""
        self._sent, self.hold = None, None

    def made(
        self,
        item: Item,
        application: Application,
        *,
        case: UUID | None,
        seen: int | None,
        window: int | None,
        shown: Mapping[str, object],
    ) -> Made:
        """Return the act; the same form sent once more is the same act, so it is done once."""
        sent = self._sent
        if self.hold is not None:
            made: Made = self.hold.command(application, window, shown)
            same = isinstance(sent, AcceptBundle) and replace(made, id=sent.id) == sent
        else:
            made = acceptance(
                item, application, case=case or new_id(), seen=seen, window=window, shown=shown
            )
            same = isinstance(sent, Sent) and _under(made, sent) == sent
        self._sent = sent if same and sent is not None else made
        return self._sent


def _under(made: Sent, sent: Sent) -> Sent:
    return replace(made, id=sent.id, case_id=sent.case_id)
