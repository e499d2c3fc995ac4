"""The headed parts of a brief in the body's order, each with its own editor (R29)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.briefs import BriefView, SectionView
from app.views.brief.computed import ComputedText
from app.views.brief.form import Form, heading_over
from app.views.brief.rich_value import RichValue
from app.views.editing.autosave import Slot
from app.views.theme.metrics import LARGE, TINY
from app.views.widgets.field import Field
from app.views.widgets.rich_text.editor import RichTextEditor

LEVEL = "decision_level"
"""The section that says who decides; it has its own part of the form."""

PICTURES = "pictures"
"""What their folder is remembered for."""
_LINES = {"background": 5, "assessment": 4, "proposal": 3}
_USUAL_LINES = 3


def section_key(section: str) -> str:
    """The name of a section's field, also among the drafts."""
    return f"section:{section}"


class SectionBlock(QWidget):
    """A heading, what the program writes there, and the editor under it."""

    def __init__(self, form: Form, section: SectionView, guest: QWidget | None) -> None:
        super().__init__()
        self.setObjectName(f"block-{section.key}")
        self.key = section.key
        self.editor: RichTextEditor | None = None
        self._field: Field | None = None
        self._computed = ComputedText(f"computed-{section.key}", section.heading)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        self._heading = heading_over(section.heading)
        self._heading.setParent(self)
        if section.takes_text:
            texts = form.edit.texts
            self.editor = RichTextEditor(
                f"section-{section.key}",
                form.voice,
                texts.keep_picture,
                texts.picture,
            )
            self.editor.set_least_lines(_LINES.get(section.key, _USUAL_LINES))
            self.editor.grow_on()
            _know_pictures(self.editor, form)
            self._field = Field(form.voice, section.heading, self.editor)
            key = section_key(section.key)
            form.save.add(
                Slot(
                    key,
                    RichValue(self.editor, self._field),
                    lambda case_id, text, version: texts.write_section(
                        case_id, section.key, text, version
                    ),
                    key,
                )
            )
            self._field.add_over_editor(self._computed)
            if guest is not None:
                self._field.add_over_editor(guest)
            box.addWidget(self._field)
            self._heading.hide()
        else:
            box.addWidget(self._heading)
            box.addWidget(self._computed)

    def show_section(self, section: SectionView, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        self._computed.show_text(section.computed)
        self.setVisible(section.takes_text or bool(section.computed))
        if self._field is not None:
            self._field.set_label(section.heading)
            self._field.mark_missing(section.key in view.lacking_sections)


class Sections(QWidget):
    """The blocks between the facts and the end; other parts can stand among them."""

    def __init__(self, form: Form, others: dict[str, QWidget], guests: dict[str, QWidget]) -> None:
        """`others` stand in place of a section, `guests` inside it, over its text."""
        super().__init__()
        self._form, self._others, self._guests = form, others, guests
        self._blocks: dict[str, SectionBlock] = {}
        self._order: tuple[tuple[str, bool], ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(LARGE)

    def is_shaped_like(self, view: BriefView) -> bool:
        """Whether it has the sections of this brief's body."""
        return self._order == _order(view)

    def shape_like(self, view: BriefView) -> Iterator[None]:
        """Have the sections of this brief's body, before its texts are shown; one at a time."""
        if self.is_shaped_like(view):
            return
        self._order = ()
        self._take_apart()
        for section in view.sections:
            yield
            if section.key in self._others:
                self._box.addWidget(self._others[section.key])
                continue
            block = SectionBlock(self._form, section, self._guests.get(section.key))
            self._blocks[section.key] = block
            self._box.addWidget(block)
        there = {section.key for section in view.sections}
        for key, other in {**self._guests, **self._others}.items():
            if key not in there:
                self._box.addWidget(other)
        self._order = _order(view)

    def show_brief(self, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        for section in view.sections:
            if section.key in self._blocks:
                self._blocks[section.key].show_section(section, view)

    def editor(self, section: str) -> QWidget | None:
        """The editor of a section, or None where the body has no such section."""
        block = self._blocks.get(section)
        return block.editor if block is not None else None

    def _take_apart(self) -> None:
        for guest in self._guests.values():
            guest.setParent(self)
        for key, block in self._blocks.items():
            self._form.save.remove(section_key(key))
            self._box.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks.clear()
        for other in self._others.values():
            self._box.removeWidget(other)


def _know_pictures(editor: RichTextEditor, form: Form) -> None:
    """Pictures are looked for where this council's last one lay."""
    folders, commands = form.bench.folders, editor.commands
    commands.pictures_lie_in = lambda: folders.start(PICTURES)
    commands.picture_chosen = lambda path: folders.keep(PICTURES, path.parent)


def _order(view: BriefView) -> tuple[tuple[str, bool], ...]:
    return tuple((section.key, section.takes_text) for section in view.sections)
