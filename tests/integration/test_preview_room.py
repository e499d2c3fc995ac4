"""Documents on screen come from a process that may be lost at any time, and nobody notices much."""

from __future__ import annotations

import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pikepdf import Pdf

from app.documents.jobs import BlobSource
from app.documents.make import NO_CARE, Care
from app.documents.preview import PagePicture, Preview
from app.documents.preview_room import (
    MOST_OPEN,
    DrawPart,
    FindWords,
    NotOpen,
    PreviewAnswer,
    PreviewJob,
    PreviewRoom,
    ReadPage,
    ShowAttachment,
    ShowContent,
    Shown,
    ShowPdf,
)
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.tasks import preview_thread
from app.tasks.preview_orders import MOST_FALLS, PAGES_A_SEARCH
from app.tasks.preview_worker import PreviewWorker
from app.tasks.previews import Previews
from tests.helpers.content import BlobShelf, a_case, attached, minutes, papers
from tests.helpers.jobs import followed
from tests.helpers.pdfs import REAL, a_pdf, add_page, saved
from tests.helpers.previews import PATIENCE, Desk, Ears, Strip

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture
def shelf() -> BlobShelf:
    return BlobShelf()


def done(room: PreviewRoom, job: PreviewJob, shelf: BlobShelf | None = None) -> PreviewAnswer:
    return followed(room.do(job, shelf or BlobShelf()))[0]


def test_room_shows_what_the_content_says() -> None:
    room = PreviewRoom()
    shown = done(room, ShowContent("a", papers([a_case()])))
    assert isinstance(shown, Shown)
    assert shown.problems == ()
    assert len(shown.sizes) >= 2
    assert "Innkalling" in str(done(room, ReadPage("a", 0)))
    assert isinstance(done(room, ShowContent("b", minutes())), Shown)
    assert "Møteprotokoll" in str(done(room, ReadPage("b", 0)))


def test_room_tells_what_the_text_came_to() -> None:
    unknown = a_case(title="Havnå \N{GRINNING FACE}")
    shown = done(PreviewRoom(), ShowContent("a", papers([unknown])))
    assert isinstance(shown, Shown)
    assert [problem.code for problem in shown.problems] == ["characters_replaced"]


def test_room_shows_an_attachment_as_it_stands_in_the_package(shelf: BlobShelf) -> None:
    room = PreviewRoom()
    shown = done(room, ShowAttachment("a", attached(shelf, a_pdf("En", "To"), "plan.pdf")), shelf)
    assert isinstance(shown, Shown)
    assert len(shown.sizes) == 2
    with pytest.raises(UserError, match="attachment_broken"):
        done(room, ShowAttachment("b", attached(shelf, b"%PDF-1.7 x", "plan.pdf")), shelf)


@pytest.mark.parametrize("file", sorted(REAL.glob("*.pdf")), ids=lambda file: file.name)
def test_what_others_made_is_shown_and_searched_or_told(shelf: BlobShelf, file: Path) -> None:
    room, problem, shown = PreviewRoom(), "", None
    attachment = attached(shelf, file.read_bytes(), file.name)
    try:
        shown = done(room, ShowAttachment("a", attachment), shelf)
    except UserError as told:
        problem = told.code
    if not isinstance(shown, Shown):
        assert problem.startswith("attachment_")
        return
    for page in range(len(shown.sizes)):
        assert isinstance(done(room, DrawPart("a", page, 300, 0, 100)), PagePicture)
    assert isinstance(done(room, FindWords("a", "e", 0, 500)), tuple)


def test_room_holds_the_last_documents_only() -> None:
    room = PreviewRoom()
    for number in range(MOST_OPEN + 1):
        done(room, ShowPdf(f"{number}", a_pdf("Side")))
    assert isinstance(done(room, DrawPart("0", 0, 100, 0, 50)), NotOpen)
    assert not isinstance(done(room, DrawPart("1", 0, 100, 0, 50)), NotOpen)
    done(room, ShowPdf("new", a_pdf("Side")))
    assert isinstance(done(room, FindWords("2", "Side", 0, 9)), NotOpen)
    room.close()
    assert isinstance(done(room, ReadPage("1", 0)), NotOpen)


def test_strips_of_a_page_fit_to_the_pixel() -> None:
    with Preview(a_pdf("Midt på siden")) as preview:
        whole = preview.draw_part(0, 600, 0, 2_000)
        strips = [preview.draw_part(0, 600, top, 200) for top in range(0, whole.height, 200)]
        assert b"".join(strip.data for strip in strips) == whole.data
        assert set(whole.data[3::4]) == {255}
        with pytest.raises(ValueError, match="too many"):
            preview.draw_part(0, 5_000, 0, 5_000)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_found_where_they_are_seen(turn: int) -> None:
    """The letters' own pixels are the dark ones, on a page that is turned and moved."""
    with Preview(a_pdf("HHHH", size=(300, 200), origin=(40, 60), rotate=turn)) as preview:
        [hit] = preview.find("hhhh")
        size = preview.sizes()[0]
        picture = preview.draw(0, round(size.width))
    dark = [
        (place % picture.stride // 4, place // picture.stride)
        for place in range(0, len(picture.data), 4)
        if picture.data[place] < 128
    ]
    [box] = hit.boxes
    assert len(dark) > 50
    assert min(x for x, _ in dark) >= box.left - 2
    assert max(x for x, _ in dark) <= box.right + 2
    assert min(y for _, y in dark) >= box.top - 2
    assert max(y for _, y in dark) <= box.bottom + 2


@pytest.fixture(scope="module")
def worker() -> Iterator[PreviewWorker]:
    with PreviewWorker() as one:
        yield one


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def previews(desk: Desk, shelf: BlobShelf, worker: PreviewWorker) -> Iterator[Previews]:
    several = Previews(desk.post, shelf, worker)
    yield several
    several.close()


def test_document_is_shown_drawn_searched_and_read(desk: Desk, previews: Previews) -> None:
    previews.show_content(papers([a_case()]), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    parts = [Strip(1), Strip(0), Strip(0, top=200, height=100)]
    document.want(parts)
    document.search("sak")
    document.read(0)
    desk.until(lambda: len(ears.pictures) == 3 and ears.searched and ears.texts)
    assert ears.pictures[Strip(0)].width == 300
    assert ears.hits
    assert "Innkalling" in ears.texts[0]


def test_search_goes_through_every_page(desk: Desk, previews: Previews) -> None:
    pages = 2 * PAGES_A_SEARCH + 3
    previews.show_pdf(a_pdf(*[f"Side {n} er lik" for n in range(pages)]), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    document.search("er lik")
    desk.until(lambda: ears.searched)
    assert [hit.page for hit in ears.hits] == list(range(pages))


def test_words_that_are_not_wanted_any_more_are_not_told_as_found(
    desk: Desk, previews: Previews
) -> None:
    previews.show_pdf(a_pdf(*["Havn og land"] * 200), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    document.search("havn")
    document.search("land")
    desk.until(lambda: "land" in ears.searched)
    assert ears.searched == ["land"]


def test_document_that_is_no_pdf_is_told(desk: Desk, previews: Previews) -> None:
    previews.show_pdf(b"ikke en pdf", desk.shown, desk.failed)
    desk.until(lambda: desk.error)
    assert isinstance(desk.error, UserError)
    assert desk.error.code == "preview_unreadable"


def test_closed_document_is_heard_of_no_more(desk: Desk, previews: Previews) -> None:
    previews.show_pdf(a_pdf("Første"), desk.shown, desk.failed).close()
    previews.show_pdf(a_pdf("Andre"), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    document.read(0)
    desk.until(lambda: ears.texts)
    assert "Andre" in ears.texts[0]


def test_third_document_sends_the_first_out_and_back_when_it_is_wanted(
    desk: Desk, previews: Previews
) -> None:
    documents = []
    for number in range(MOST_OPEN + 1):
        previews.show_pdf(a_pdf(f"Dokument {number}"), desk.shown, desk.failed)
        documents.append(desk.opened())
    ears = Ears()
    documents[0].listen(ears)
    documents[0].read(0)
    desk.until(lambda: ears.texts)
    assert "Dokument 0" in ears.texts[0]
    assert ears.restarts == []


@posix_only
def test_killed_process_shows_the_document_again(
    desk: Desk, previews: Previews, worker: PreviewWorker
) -> None:
    previews.show_content(papers([a_case()]), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    first = worker.process_id
    end(worker, signal.SIGKILL)
    document.want([Strip(0)])
    desk.until(lambda: ears.pictures)
    assert worker.process_id != first
    assert ears.losses == []


@posix_only
def test_page_that_kills_the_process_is_left_alone_and_the_others_are_drawn(
    desk: Desk, shelf: BlobShelf
) -> None:
    """No file that does this is at hand, so the process is killed while it draws page 2."""
    deadly = True

    def kill(worker: PreviewWorker, page: int) -> None:
        if page == 1 and deadly:
            end(worker, signal.SIGKILL)

    with closing(Previews(desk.post, shelf, Watched(kill))) as previews:
        previews.show_pdf(a_pdf("En", "To", "Tre", content=SLOW), desk.shown, desk.failed)
        document, ears = desk.opened(), Ears()
        document.listen(ears)
        document.want([Strip(1), Strip(1, top=200), Strip(2)])
        desk.until(lambda: ears.refused and ears.pictures)
        assert ears.refused == {1: "preview_page_fell"}
        assert ears.restarts == ["preview_restarted"] * MOST_FALLS
        assert list(ears.pictures) == [Strip(2)]
        deadly = False
        document.retry(1)
        document.want([Strip(1)])
        desk.until(lambda: Strip(1) in ears.pictures)


def test_page_that_takes_too_long_is_told_and_the_others_are_drawn(
    desk: Desk, previews: Previews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_thread, "DRAW_SECONDS", 0.5)
    previews.show_pdf(endless_first_page(), desk.shown, desk.failed)
    document, ears = desk.opened(), Ears()
    document.listen(ears)
    document.want([Strip(0), Strip(1)])
    desk.until(lambda: ears.refused and ears.pictures)
    assert ears.refused == {0: "preview_page_too_slow"}
    assert ears.restarts == ["preview_restarted"]
    assert list(ears.pictures) == [Strip(1)]


def test_slow_drawing_that_nobody_waits_for_any_more_is_ended(
    desk: Desk, shelf: BlobShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_thread, "UNWANTED_SECONDS", 0.1)
    begun = threading.Event()
    watched = Watched(lambda _worker, _page: begun.set())
    with closing(Previews(desk.post, shelf, watched)) as previews:
        previews.show_pdf(endless_first_page(), desk.shown, desk.failed)
        document, ears = desk.opened(), Ears()
        document.listen(ears)
        document.want([Strip(0)])
        assert begun.wait(PATIENCE)
        document.want([Strip(1)])
        desk.until(lambda: ears.pictures)
    assert list(ears.pictures) == [Strip(1)]
    assert ears.refused == {}
    assert ears.restarts == []


def test_closing_ends_the_process_and_the_thread(desk: Desk, shelf: BlobShelf) -> None:
    worker = PreviewWorker()
    previews = Previews(desk.post, shelf, worker)
    previews.show_pdf(a_pdf("En"), desk.shown, desk.failed)
    desk.opened()
    previews.close()
    assert worker.process_id is None
    assert "rundgang-preview" not in {thread.name for thread in threading.enumerate()}


class Watched(PreviewWorker):
    """Does something as soon as the process has begun to draw a page."""

    def __init__(self, action: Callable[[PreviewWorker, int], object]) -> None:
        super().__init__()
        self._action = action

    def attempt(
        self, job: PreviewJob, blobs: BlobSource, care: Care = NO_CARE
    ) -> Generator[Progress, None, PreviewAnswer]:
        """The same, watched."""
        work = super().attempt(job, blobs, care)
        if isinstance(job, DrawPart):
            yield next(work)
            self._action(self, job.page)
        return (yield from work)


def curves(count: int) -> bytes:
    """So many fat curves all over the page, the same every time."""
    dice = random.Random(1)
    places = (tuple(dice.randint(0, 800) for _ in range(8)) for _ in range(count))
    return b"40 w\n" + b"".join(b"%d %d m %d %d %d %d %d %d c S\n" % place for place in places)


SLOW = curves(2_000)
"""Takes a fifth of a second to draw."""


def endless_first_page() -> bytes:
    """Page 1 takes some seconds to draw, page 2 nothing."""
    with Pdf.new() as pdf:
        add_page(pdf, "En", content=curves(60_000))
        add_page(pdf, "To")
        return saved(pdf)


def end(worker: PreviewWorker, how: signal.Signals) -> None:
    assert worker.process_id is not None
    os.kill(worker.process_id, how)
