"""Other people's PDF files: opened, mended where that can be done, and made harmless."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from app.documents.attachments.problems import BROKEN, ENCRYPTED, TOO_LARGE
from app.domain.errors import UserError

MAX_PAGES = 5_000
SMALLEST, LARGEST = 3.0, 200_000.0
"""Points: the sides that a page can have; the largest is 70 metres."""
TARGET = Name("/RundgangTarget")
"""Where a link inside the file leads: page index and view, until the pages have their place."""

_PAGE_EXTRAS = (
    "/AA", "/AF", "/B", "/Dur", "/LastModified", "/Metadata", "/PieceInfo", "/PresSteps",
    "/StructParents", "/Tabs", "/Thumb", "/Trans",
)  # fmt: skip
_ANNOTATION_EXTRAS = ("/AA", "/AF", "/PA", "/P", "/StructParent")
_FIELD_KEYS = ("/Parent", "/Kids", "/FT", "/T", "/TU", "/TM", "/V", "/DV", "/Opt", "/MK")
_ROOT_EXTRAS = ("/AA", "/AcroForm", "/AF", "/Dests", "/Names", "/OpenAction", "/Outlines")
_ACTIVE = (
    Name.FileAttachment, Name.Sound, Name.Movie, Name.Screen, Name.RichMedia, Name("/3D"),
    Name.TrapNet,
)  # fmt: skip
_WEB = (b"http://", b"https://", b"mailto:")


def open_pdf(data: bytes) -> Pdf:
    """The file with its pages made harmless; `UserError` when it is locked, broken or endless.

    No scripts, no actions but links, no embedded files; form fields become part of their page.
    """
    try:
        pdf = Pdf.open(io.BytesIO(data))
        _check_pages(pdf)
        _flatten_fields(pdf)
        clean_pages(pdf)
    except pikepdf.PasswordError as error:
        raise UserError(ENCRYPTED) from error
    except (UserError, MemoryError):
        raise
    # A damaged file surfaces as any of the library's and of Python's own errors.
    except Exception as error:
        raise UserError(BROKEN, cause=type(error).__name__) from error
    return pdf


def clean_pages(pdf: Pdf) -> None:
    """Take everything from the pages that acts, reaches out, or tells who made them."""
    index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    named: dict[str, Any] | None = None
    for page in pdf.pages:
        _without(page.obj, _PAGE_EXTRAS)
        annotations = page.obj.get("/Annots")
        if annotations is None:
            continue
        if not isinstance(annotations, Array):
            del page.obj["/Annots"]
            continue
        named = _named_targets(pdf) if named is None else named
        kept = [each for each in annotations if _is_harmless(each)]
        for annotation in kept:
            _clean_annotation(annotation, named, index)
        page.obj["/Annots"] = Array(kept)
    _without(pdf.Root, _ROOT_EXTRAS)


def _check_pages(pdf: Pdf) -> None:
    count = len(pdf.pages)
    if count == 0:
        raise UserError(BROKEN, cause="no_pages")
    if count > MAX_PAGES:
        raise UserError(TOO_LARGE, pages=count)
    for page in pdf.pages:
        for box in (page.mediabox, page.cropbox):
            left, bottom, right, top = (float(side) for side in box)
            sides = (abs(right - left), abs(top - bottom))
            if not all(SMALLEST <= side <= LARGEST for side in sides):
                raise UserError(BROKEN, cause="page_without_size")


def _flatten_fields(pdf: Pdf) -> None:
    """Fields keep their look in the package, where the form that they belong to is gone."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary) or not form.get("/Fields"):
        return
    if form.get("/NeedAppearances", False):
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")


def _is_harmless(annotation: Any) -> bool:
    """Whether it may stay: nothing that plays or carries a file, no field without a look."""
    if not isinstance(annotation, Dictionary):
        return False
    kind = annotation.get("/Subtype")
    return kind not in _ACTIVE and not (kind == Name.Widget and "/AP" not in annotation)


def _clean_annotation(
    annotation: Any, named: Mapping[str, Any], index: Mapping[tuple[int, int], int]
) -> None:
    action = annotation.get("/A")
    target = annotation.get("/Dest")
    if isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
        target = action.get("/D")
    is_web = isinstance(action, Dictionary) and _is_web(action)
    _without(annotation, _ANNOTATION_EXTRAS)
    if annotation.get("/Subtype") == Name.Widget:
        # A field whose form is lost keeps its look as a stamp does.
        _without(annotation, _FIELD_KEYS)
        annotation["/Subtype"] = Name.Stamp
    _without(annotation, ("/Dest",) if is_web else ("/Dest", "/A"))
    if is_web:
        annotation["/A"] = Dictionary(S=Name.URI, URI=action["/URI"])
    elif target is not None and annotation.get("/Subtype") == Name.Link:
        _keep_target(annotation, target, named, index)


def _is_web(action: Any) -> bool:
    if action.get("/S") != Name.URI:
        return False
    address = action.get("/URI")
    return isinstance(address, pikepdf.String) and bytes(address).lower().startswith(_WEB)


def _keep_target(
    annotation: Any, target: Any, named: Mapping[str, Any], index: Mapping[tuple[int, int], int]
) -> None:
    if isinstance(target, pikepdf.String | Name):
        target = named.get(str(target).removeprefix("/"))
    if isinstance(target, Dictionary):
        target = target.get("/D")
    if not isinstance(target, Array) or len(target) < 2 or not isinstance(target[0], Dictionary):
        return
    page = index.get(target[0].objgen)
    if page is not None:
        annotation[TARGET] = Array([page, *_view(target)])


def _view(target: Any) -> Iterator[Any]:
    """How the page is shown: a name and numbers, nothing else."""
    for part in list(target)[1:6]:
        yield part if isinstance(part, Name | int) or part is None else float(part)


def _named_targets(pdf: Pdf) -> dict[str, Any]:
    """Places by name, from the name tree and from the old dictionary."""
    found: dict[str, Any] = {}
    old = pdf.Root.get("/Dests")
    if isinstance(old, Dictionary):
        found |= {key.removeprefix("/"): value for key, value in old.items()}
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        found |= dict(pikepdf.NameTree(tree).items())
    return found


def _without(item: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in item:
            del item[key]
