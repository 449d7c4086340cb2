"""Who signs an application, and who of them has not yet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, cast

from desk.workflow.act import Act
from desk.workflow.application import Application, Party
from desk.workflow.errors import Code, Finding, Level
from desk.workflow.settings import SIGNATURES_REQUIRED

SIGN = frozenset({"holder", "obligor", "agent", "guardian", "consenting"})
BODIES = frozenset({"6", "7", "8"})  # codes of papers that only bodies have


def signers(application: Application) -> tuple[Party, ...]:
    """Return who signs: every person named, each once; bodies sign through their agents."""
    people = {
        (party.name, party.id_number): party
        for party in application.parties
        if party.role in SIGN and party.id_type not in BODIES
    }
    return tuple(people.values())


def unsigned(application: Application, signed: Sequence[str]) -> tuple[Party, ...]:
    """Return who is still to sign; two of one name need two signatures."""
    left = Counter(signed)
    waiting = []
    for person in signers(application):
        if left[person.name]:
            left[person.name] -= 1
        else:
            waiting.append(person)
    return tuple(waiting)


def unsigned_findings(
    act: Act, application: Application, evidence: Mapping[str, object]
) -> tuple[Finding, ...]:
    """D-SIGN with the names of those who have not signed, where the centre obliges them to."""
    waiting = unsigned(application, signed_in(evidence))
    if not waiting or not act.set_to(SIGNATURES_REQUIRED):
        return ()
    names = "、".join(person.name for person in waiting)
    return (Finding(code=Code.SIGNATURE, level=Level.BLOCK, facts={"names": names}),)


def signed_in(evidence: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of those whose signatures an act carries."""
    kept = cast("Sequence[Mapping[str, Any]]", evidence.get("signatures") or ())
    return tuple(str(one["signer"]) for one in kept if one["strokes"])
