"""The codes of what is being done while documents are made; their sentences are in `i18n`."""

from __future__ import annotations

SETTING = "setting_pages"
READING = "reading_attachment"
"""With the attachment's `number` and `file`: should the process fall, it is known which it was."""
CONVERTING = "converting_attachments"
JOINING = "joining_pages"
SAVING = "saving_package"
WORD = "writing_word"
EXCEL = "writing_excel"
DRAWING = "drawing_picture"
CALENDAR = "writing_calendar"
FILES = "writing_files"
