"""What somebody says on the pages of documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from sendpath.documents.cases import CaseOf
from sendpath.documents.filetypes import ACCEPT, TAKEN
from sendpath.documents.models import Document
from sendpath.documents.receiving import MOST_FILES
from sendpath.documents.services.redacting import Box
from sendpath.documents.services.uploads import Described
from sendpath.documents.words import DocumentKind, Sensitivity, Visibility, WhyVoid

if TYPE_CHECKING:
    Posted = Mapping[str, Any] | None
    Files = MultiValueDict[str, UploadedFile[bytes]] | None

MOST_BOXES = 200


def in_megabytes() -> int:
    """Return the largest file taken, as a person would say it."""
    return int(settings.LARGEST_DOCUMENT) // 1_000_000


class SeveralFiles(forms.FileInput):
    """A file input that takes one file or many."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__({"multiple": True, "accept": ACCEPT})


class SeveralFilesField(forms.FileField):
    """One file or many."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Return every file chosen."""
        clean_one = super().clean
        return [clean_one(one) for one in data or [None]]


class DescribeForm(forms.Form):
    """What a document is, and how far it may go."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=DocumentKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
    sensitivity = forms.ChoiceField(
        label="What does it tell of?",
        help_text="Health, social care and money are shown only to those whose work needs them.",
        choices=Sensitivity.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it tells of"},
    )
    visibility = forms.ChoiceField(
        label="Who may see it?",
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may see it"},
    )

    def __init__(
        self, data: Posted = None, files: Files = None, *, cases: list[CaseOf], **options: Any
    ) -> None:
        super().__init__(data, files, **options)
        if cases:
            self.fields["case"] = forms.TypedChoiceField(
                label="Which case does it belong to?",
                choices=[("", "No one case"), *((c.number, c.reference) for c in cases)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.Select,
            )

    def described(self) -> Described:
        """Return what was said."""
        said = self.cleaned_data
        return Described(
            kind=DocumentKind(said["kind"]),
            sensitivity=Sensitivity(said["sensitivity"]),
            visibility=Visibility(said["visibility"]),
            case_number=said.get("case"),
        )


class AddForm(DescribeForm):
    """One document or many, alike in what they are."""

    files_sent = SeveralFilesField(
        label="Choose the files",
        error_messages={
            "required": "Choose at least one file",
            "empty": "One of the files is empty. Choose the files again.",
        },
    )
    field_order = ["files_sent", "kind", "sensitivity", "visibility", "case"]

    def __init__(self, data: Posted = None, files: Files = None, *, cases: list[CaseOf]) -> None:
        super().__init__(data, files, cases=cases)
        self.fields["files_sent"].help_text = taken_in_words(several=True)


class ChangeForm(DescribeForm):
    """What a document is called and is, said anew."""

    title = forms.CharField(
        label="Name of the document",
        max_length=150,
        error_messages={"required": "Enter a name for the document"},
    )
    field_order = ["title", "kind", "sensitivity", "visibility", "case"]

    def __init__(self, data: Posted = None, *, document: Document, cases: list[CaseOf]) -> None:
        initial = {
            "title": document.title,
            "kind": document.kind,
            "sensitivity": document.sensitivity,
            "visibility": document.visibility,
            "case": document.case_number or "",
        }
        super().__init__(data, cases=cases, initial=initial)


class OneFileForm(forms.Form):
    """One file: a new version."""

    file = forms.FileField(
        label="Choose the file",
        widget=forms.FileInput({"accept": ACCEPT}),
        error_messages={
            "required": "Choose a file",
            "empty": "The file is empty. Choose the file again.",
        },
    )

    def __init__(self, data: Posted = None, files: Files = None) -> None:
        super().__init__(data, files)
        self.fields["file"].help_text = taken_in_words(several=False)


def _visibility(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may see the copy"},
    )


class CopyForm(OneFileForm):
    """A redacted copy that was made elsewhere."""

    visibility = _visibility("Who may see the copy?")


class VoidForm(forms.Form):
    """Why a document is taken away."""

    reason = forms.ChoiceField(
        label="Why is it taken away?",
        choices=WhyVoid.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is taken away"},
    )


class RedactForm(forms.Form):
    """What a copy is to leave out: whole pages, and places on pages."""

    leave_out = forms.CharField(
        label="Pages to leave out",
        help_text="Numbers with commas between them, and ranges: 2, 5-7",
        required=False,
        max_length=500,
    )
    boxes = forms.CharField(
        label="Places to black out",
        help_text="One on each line: page, then how far from the left, how far from the top, how "
        "wide and how high, in hundredths of the page. 1 10 20 50 5 is a strip on page 1.",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5, "class": "documents-boxes"}),
    )
    visibility = _visibility("Who may see the copy?")

    def __init__(self, data: Posted = None, *, pages: int, only_kept: bool = False) -> None:
        """`only_kept` shows again what was typed so far, and finds no fault with it yet."""
        kept = {name: data[name] for name in data} if only_kept and data else None
        super().__init__(None if only_kept else data, initial=kept)
        self.pages = pages
        if pages == 1:
            del self.fields["leave_out"]

    def clean_leave_out(self) -> list[int]:
        """Read the pages."""
        left: set[int] = set()
        for part in filter(None, re.split(r"[,\s]+", self.cleaned_data["leave_out"])):
            read = re.fullmatch(r"(\d{1,5})(?:[-–](\d{1,5}))?", part)
            first = int(read[1]) if read else 0
            last = int(read[2] or read[1]) if read else 0
            if not 1 <= first <= last <= self.pages:
                raise ValidationError(
                    f"“{part}” is no page of this document. It has pages 1 to {self.pages}."
                )
            left |= set(range(first, last + 1))
        if len(left) == self.pages:
            raise ValidationError("Leave at least one page in")
        return sorted(left)

    def clean_boxes(self) -> list[Box]:
        """Read the places."""
        lines = [line for line in self.cleaned_data["boxes"].splitlines() if line.strip()]
        if len(lines) > MOST_BOXES:
            raise ValidationError(f"Black out {MOST_BOXES} places or fewer")
        return [self._box(line) for line in lines]

    def clean(self) -> None:
        """Refuse a copy that leaves nothing out."""
        said = self.cleaned_data
        if not self.errors and not said.get("leave_out") and not said["boxes"]:
            raise ValidationError("Say which pages to leave out, or what to black out")

    def _box(self, line: str) -> Box:
        try:
            page, *place = (float(part) for part in re.split(r"[,;\s]+", line.strip()))
            left, top, width, height = place
        except ValueError:
            raise ValidationError(f"“{line}” must be 5 numbers, like 1 10 20 50 5") from None
        inside = 0 <= left < 100 and 0 <= top < 100 and 0 < width <= 100 and 0 < height <= 100
        if page not in range(1, self.pages + 1) or not inside:
            raise ValidationError(f"“{line}” is not a place on pages 1 to {self.pages}")
        return Box(int(page), left, top, width, height)


class SearchForm(forms.Form):
    """Words to be found in documents."""

    words = forms.CharField(
        label="Words in the document, or in its name",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "govuk-!-width-two-thirds"}),
    )


def _any(called: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=called, choices=[("", "Any"), *choices], required=False, widget=forms.Select
    )


class FilterForm(forms.Form):
    """Which of a child's documents are shown."""

    kind = _any("What it is", DocumentKind.choices)
    sensitivity = _any("What it tells of", Sensitivity.choices)
    visibility = _any("Who may see it", Visibility.choices)

    def wanted(self) -> dict[str, str]:
        """Return what the list is narrowed to; what makes no sense narrows nothing."""
        self.is_valid()
        return {name: cast(str, value) for name, value in self.cleaned_data.items()}


def taken_in_words(*, several: bool) -> str:
    """Return which files are taken, as a page says it."""
    many = f" Up to {MOST_FILES} at once." if several else ""
    return f"{TAKEN}. Up to {in_megabytes()} MB each.{many} On a phone you can take a photo."
