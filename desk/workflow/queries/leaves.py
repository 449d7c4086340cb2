"""The pages of a case that its approver leafs through, and the picture of each."""

from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from desk.workflow.queries.papers import paper, papers_of
from desk.workflow.reader import Reader
from printing.raster import Picture, page_count, page_image

_MATERIAL_OF = MappingProxyType({"interview_record": "M05"})
"""Papers that the desk wrote itself and that are materials of the case."""
_NOT_LOOKED_AT = frozenset({"case_label", "express_label"})
DPI = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page: of a material, or of a paper of the desk that is none (then `kind` names it)."""

    material: str
    kind: str
    paper_id: UUID
    page: int  # from 0
    of: int

    @property
    def paper(self) -> str:
        """Return what tells its paper from others."""
        return self.material or self.kind


def leaves_of(reader: Reader, case_id: UUID) -> tuple[Leaf, ...]:
    """Return all pages of a case in the order of its materials, the desk's own papers last."""
    found = []
    for row in papers_of(reader, case_id):
        kept = None if row.kind in _NOT_LOOKED_AT else paper(reader, row.id)
        if kept is None:
            continue
        of = page_count(kept.content)
        material = _MATERIAL_OF.get(row.kind, "")
        found += [
            Leaf(material=material, kind=row.kind, paper_id=row.id, page=page, of=of)
            for page in range(of)
        ]
    return tuple(sorted(found, key=lambda leaf: (not leaf.material, leaf.material)))


def picture_of(reader: Reader, leaf: Leaf) -> Picture | None:
    """Return a page as a picture, nothing where its paper is not there."""
    kept = paper(reader, leaf.paper_id)
    return page_image(kept.content, leaf.page, DPI) if kept is not None else None
