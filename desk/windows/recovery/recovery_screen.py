"""S06 恢复草稿: what an ended run left on this PC and what the database has, to go on with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.documents.store import PageStore
from desk.local.journal import LeftDraft
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import field_word, item_name
from desk.windows.recovery.restored import Restored, from_database, from_journal
from desk.workflow.answers import Touched
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.cases import DraftRow, drafts_of
from desk.workflow.reader import Reader
from desk.workflow.services.drafts import drop_draft


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One draft in the list: what this PC has of it, what the database has, or both."""

    id: UUID
    item: str
    title: str
    saved_at: datetime
    last: str
    pages: int
    left: LeftDraft | None
    kept: DraftRow | None


class RecoveryScreen(QWidget):
    """Enter goes on with a draft, Del ignores what a crash left, and it is not offered again."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._kept: tuple[DraftRow, ...] = ()
        self.banner = Banner()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.listing = Listing[DraftLine](
            self._columns(),
            self.tr("No drafts. What you begin to enter is kept here until the case is accepted."),
            self.tr("Drafts"),
            key=lambda row: row.id,
        )
        self.go_on = make_action(self, "go_on", self._go_on)
        self.ignore = make_action(self, "ignore", self._ignore)
        self.drop = make_action(self, "drop_draft", self._drop)
        self._lay_out()
        office.away.connect(self._show)
        self.listing.opened.connect(lambda _row: self._go_on())
        self.listing.chosen.connect(lambda _row: self._allow())

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes the list stale: an accepted case has no draft any more."""
        return frozenset({Touched.CASES})

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.listing.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done with a draft."""
        return (self.go_on, self.ignore, self.drop)

    def open(self, subject: object) -> None:
        """Show the drafts; what lies on this PC is there also while the database is away."""
        self._show()
        self.reload()

    def reload(self) -> None:
        """Read the drafts again."""
        login = self._office.person.login

        def ask(reader: Reader, _now: datetime) -> tuple[DraftRow, ...]:
            return drafts_of(reader, login)

        self._office.look(self, ask, self._read)

    def _read(self, kept: tuple[DraftRow, ...]) -> None:
        self._kept = kept
        self._show()

    def _show(self) -> None:
        journal = self._office.keeping.journal
        left = journal.left(self._office.person.login)
        kept = {row.id: row for row in self._kept}
        lines = [self._of_this_pc(one, kept.pop(UUID(one.id), None)) for one in left]
        lines += [_of_the_database(row, self._office.pages) for row in kept.values()]
        self.listing.show_rows(lines)
        text = self.tr("Left on this PC: {0}. Nothing is lost; Enter goes on with one.")
        away = self.tr("The database is away: drafts that lie there are shown when it is back.")
        said = [text.format(len(left))] if left else []
        said += [away] if self._office.is_away else []
        self.told.setText("\n".join(said))
        self.told.setVisible(bool(said))
        self._allow()

    def _of_this_pc(self, left: LeftDraft, kept: DraftRow | None) -> DraftLine:
        name = left.last_path.removeprefix("values/").removeprefix("fields/")
        return DraftLine(
            id=UUID(left.id),
            item=left.item,
            title=left.title,
            saved_at=left.saved_at,
            last=field_word(name),
            pages=len(self._office.pages.pages(left.id)),
            left=left,
            kept=kept,
        )

    def _columns(self) -> Sequence[Column[DraftLine]]:
        return (
            Column(title=self.tr("Where"), read=self._where),
            Column(title=self.tr("Business"), read=lambda row: item_name(row.item), stretches=True),
            Column(title=self.tr("Case"), read=lambda row: row.title),
            Column(title=self.tr("Last entered"), read=lambda row: row.last),
            Column(
                title=self.tr("Saved"),
                read=lambda row: row.saved_at.astimezone(SHANGHAI).strftime("%m-%d %H:%M:%S"),
            ),
            Column(title=self.tr("Pages"), read=lambda row: str(row.pages), numbers=True),
        )

    def _where(self, row: DraftLine) -> str:
        return self.tr("this PC") if row.left is not None else self.tr("database")

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Drafts"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(make_button(self.go_on, main=True))
        head.addWidget(make_button(self.ignore))
        head.addWidget(make_button(self.drop))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.told)
        layout.addWidget(self.listing, 1)

    def _allow(self) -> None:
        row = self.listing.current()
        self.go_on.setEnabled(row is not None)
        self.ignore.setEnabled(row is not None and row.left is not None)
        self.drop.setEnabled(row is not None and row.kept is not None)

    def _go_on(self) -> None:
        row = self.listing.current()
        if row is not None:
            self._shell.go("C03", self._restored(row))

    def _restored(self, row: DraftLine) -> Restored:
        if row.left is not None:
            return from_journal(self._office, row.left)
        assert row.kept is not None  # a line has one or the other
        return from_database(row.kept)

    def _ignore(self) -> None:
        row = self.listing.current()
        if row is not None and row.left is not None:
            self._office.keeping.journal.ignore(row.left.id)
            self._show()

    def _drop(self) -> None:
        row = self.listing.current()
        if row is None or row.kept is None:
            return
        desk, login, draft = self._office.desk, self._office.person.login, row.id
        if row.left is not None:
            self._office.keeping.journal.drop(row.left.id)
        self._office.background.run(
            self,
            lambda: desk.upkeep(lambda act: drop_draft(act, draft), by=login),
            lambda _done: self.reload(),
            self.banner.refuse,
        )


def _of_the_database(row: DraftRow, pages: PageStore) -> DraftLine:
    return DraftLine(
        id=row.id,
        item=row.item,
        title="",
        saved_at=row.saved_at,
        last="",
        pages=len(pages.pages(str(row.id))),
        left=None,
        kept=row,
    )
