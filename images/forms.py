from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from images import filetypes, processing
from images.focal_point import FocalPointField
from images.models import AlreadyStoredError, Document, Image


def pointing_at(refusal: AlreadyStoredError) -> SafeString:
    """What is in the library already, with the way there."""
    existing = refusal.existing
    address = reverse(f"admin:images_{existing._meta.model_name}_change", args=[existing.pk])
    return format_html('{} <a href="{}">{}</a>', refusal.message % refusal.params, address, _("Show it"))


class UploadForm(forms.ModelForm):
    """Takes in a file; everything that can go wrong with it is said at its field, with what was typed kept.

    What is valid is stored already: whether it can be is known only then. `max_bytes` is what a file may measure.
    """

    max_bytes = 0

    upload = forms.FileField(label=_("file"), allow_empty_file=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Left empty it is made from the name of the file.")

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        try:
            self.instance.receive(upload)
        except AlreadyStoredError as refusal:
            raise ValidationError(pointing_at(refusal), code=refusal.code) from refusal
        return upload

    def clean(self):
        cleaned_data = super().clean()
        cleaned_data["title"] = cleaned_data.get("title") or self.instance.title
        return cleaned_data

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            self._keep()

    def _keep(self):
        try:
            stored = self._meta.model.objects.keep(self.instance)
        except ValidationError as refusal:
            self.add_error("upload", refusal)
        else:
            if stored is not self.instance:
                refusal = AlreadyStoredError(stored)
                self.add_error("upload", ValidationError(pointing_at(refusal), code=refusal.code))


class ImageUploadForm(UploadForm):
    """Takes in a picture, with its words."""

    max_bytes = processing.MAX_BYTES

    class Meta:
        model = Image
        fields = ["title", "alternative_text", "decorative", "caption", "credit"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["upload"].label = _("picture")
        self.fields["upload"].help_text = _("JPEG, PNG, HEIC, WebP, AVIF or GIF, at most 25 MB.")
        self.fields["upload"].widget.attrs["accept"] = ".jpg,.jpeg,.png,.heic,.heif,.webp,.avif,.gif"


class DocumentUploadForm(UploadForm):
    """Takes in a file for visitors to download."""

    max_bytes = filetypes.MAX_BYTES

    class Meta:
        model = Document
        fields = ["title"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["upload"].help_text = _("PDF, Word, Excel, PowerPoint, OpenDocument or ZIP, at most 30 MB.")
        self.fields["upload"].widget.attrs["accept"] = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.zip"


class ReplaceForm(forms.Form):
    """Asks for the file that is to stand in the place of another; `like` is the form by which such a file is added."""

    upload = forms.FileField(label=_("file"), allow_empty_file=True)

    def __init__(self, *args, like, **kwargs):
        super().__init__(*args, **kwargs)
        asked = like().fields["upload"]
        self.fields["upload"].help_text = asked.help_text
        self.fields["upload"].widget.attrs["accept"] = asked.widget.attrs["accept"]


class ImageForm(forms.ModelForm):
    """What is known of a picture: its words, and what matters most in it."""

    focal_point = FocalPointField(
        label=_("what matters most"),
        help_text=_("Point at it in the picture: wherever a part is cut off, this stays in sight."),
    )

    class Meta:
        model = Image
        fields = ["title", "alternative_text", "decorative", "caption", "credit"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["focal_point"]
        field.widget.image = self.instance
        if self.instance.focal_x is not None:
            self.initial["focal_point"] = (self.instance.focal_x, self.instance.focal_y)

    def clean(self):
        cleaned_data = super().clean()
        if "focal_point" in cleaned_data:
            self.instance.focal_x, self.instance.focal_y = cleaned_data["focal_point"] or (None, None)
        return cleaned_data


class ImageWordsForm(forms.ModelForm):
    """What a picture shows, in a row of many."""

    class Meta:
        model = Image
        fields = ["alternative_text", "decorative"]
        widgets = {"alternative_text": forms.Textarea({"rows": 2})}


class DocumentWordsForm(forms.ModelForm):
    """What a file is called, in a row of many."""

    class Meta:
        model = Document
        fields = ["title"]
