"""How an application is put together and entered in a short story."""

from desk.workflow.application import Application, Party, PartyRole, Person
from forms.catalogue import delivered
from tests.workflow.register_model.office import HOMES, Office, Refused

HOME, OTHER = HOMES[0], HOMES[1]
BANK = Person(name="中国工商银行辽源分行", id_type="7", id_number="122204000000000016")
LOAN = {"amount": "300000.00", "from": "2024-03-04", "to": "2044-03-03"}


def party(role: PartyRole, person: Person) -> Party:
    """Let a person play a part."""
    return Party(role=role, name=person.name, id_type=person.id_type, id_number=person.id_number)


def applying(
    item: str, *parties: Party, units: tuple[str, ...] = (HOME,), **more: object
) -> Application:
    materials = (*delivered().items[item].materials_required, *more.pop("also", ()))  # type: ignore[misc]
    values: dict[str, object] = {"reason": delivered().items[item].reasons[0], **more}
    return Application(item=item, units=units, parties=parties, materials=materials, **values)  # type: ignore[arg-type]


def entered(office: Office, application: Application) -> None:
    """Take an application to the register."""
    taken = office.accept(application)
    assert not isinstance(taken, Refused), taken
    assert office.finish(taken) is None
