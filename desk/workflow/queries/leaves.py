"""The pages of a case that its approver leafs through, and what each shows."""

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from desk.workflow.queries.pages import CasePage, content_of, pages_of
from desk.workflow.queries.papers import paper, papers_of
from desk.workflow.reader import Reader
from printing.raster import Picture, page_count, page_image

_MATERIAL_OF = MappingProxyType({"interview_record": "M05", "application_form": "M01"})
"""Papers that the desk wrote itself and that are materials of the case."""
_NOT_LOOKED_AT = frozenset({"case_label", "express_label"})
DPI = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page: photographed of a material, or of a paper that the desk wrote.

    `kind` names a paper of the desk that is no material.
    """

    material: str
    kind: str = ""
    paper_id: UUID | None = None  # of a paper of the desk
    photographed: CasePage | None = None
    page: int  # from 0
    of: int

    @property
    def paper(self) -> str:
        """Return what tells its paper from others."""
        return self.material or self.kind

    @property
    def is_up(self) -> bool:
        """Tell whether it can be shown: a photograph comes up behind its acceptance."""
        return self.photographed is None or self.photographed.is_up


def leaves_of(reader: Reader, case_id: UUID) -> tuple[Leaf, ...]:
    """Return all pages of a case in the order of its materials, the desk's own papers last."""
    found = [*_photographed(reader, case_id), *_written(reader, case_id)]
    return tuple(sorted(found, key=lambda leaf: (not leaf.material, leaf.material)))


def shown_by(reader: Reader, leaf: Leaf) -> Picture | bytes | None:
    """Return a written page as a picture, a photograph as its file; nothing that is not there."""
    if leaf.photographed is not None:
        return content_of(reader, leaf.photographed) if leaf.is_up else None
    kept = paper(reader, leaf.paper_id) if leaf.paper_id is not None else None
    return page_image(kept.content, leaf.page, DPI) if kept is not None else None


def _photographed(reader: Reader, case_id: UUID) -> list[Leaf]:
    pages = pages_of(reader, case_id)
    many = Counter(page.material for page in pages)
    return [
        Leaf(
            material=page.material,
            photographed=page,
            page=page.of_material - 1,
            of=many[page.material],
        )
        for page in pages
    ]


def _written(reader: Reader, case_id: UUID) -> list[Leaf]:
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
    return found
