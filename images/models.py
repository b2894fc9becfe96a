import uuid
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import ClassVar, Self, TypeVar, cast

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.validators import MaxValueValidator
from django.db import DatabaseError, models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from images import filetypes, names, processing
from images.discarding import discard, files_of
from images.renditions.specs import set_key, specs
from images.storage import why_not_kept

Item = TypeVar("Item", bound="MediaFile")
PERCENT = MaxValueValidator(100)


class AlreadyStoredError(ValidationError):
    """The same bytes are in the library already; `existing` is the item that holds them."""

    def __init__(self, existing: "MediaFile"):
        message = _("This file is already in the library as “%(title)s”. Use that one.")
        super().__init__(message, code="already_stored", params={"title": existing.title})
        self.existing = existing


class MediaFileQuerySet(models.QuerySet[Item]):
    def store(self, upload: File, *, title: str = "") -> Item:
        """Stores an upload and returns its item; the same bytes a second time give the item that holds them.

        Raises ValidationError, saying what is wrong and what to do, with nothing stored.
        """
        return self.take_in(upload, title=title)[0]

    def take_in(self, upload: File, *, title: str = "") -> tuple[Item, bool]:
        """The item of an upload, as `store` gives it, and whether it is new."""
        item = self.model(title=title)
        try:
            item.receive(upload)
        except AlreadyStoredError as refusal:
            return cast(Item, refusal.existing), False
        stored = self.keep(item)
        return stored, stored is item

    def keep(self, item: Item) -> Item:
        """Stores an item that has received its file; gives the one that holds the same bytes, should there be by then.

        Raises ValidationError where the file can't be kept, with nothing stored.
        """
        item.write()  # in no transaction: a store may be slow
        stored = None
        try:
            stored = self._save_unless_stored(item)
        finally:
            if stored is not item:
                with suppress(OSError, DatabaseError):
                    discard(files_of(item))
        return stored

    def _save_unless_stored(self, item: Item) -> Item:
        with transaction.atomic():
            # The same bytes may have arrived a second time while these were being decoded.
            existing = self.filter(digest=item.digest).first()
            if existing is None:
                item.save()
        return existing or item

    def free_slug(self, wanted: str) -> str:
        """`wanted`, or with the first free of -2, -3, … behind it."""
        taken = set(self.filter(slug__startswith=wanted).values_list("slug", flat=True))
        return next(
            slug for slug in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if slug not in taken
        )


class ImageQuerySet(MediaFileQuerySet["Image"]):
    def to_describe(self) -> Self:
        """Images that mean something and do not yet say what to who can't see them."""
        return self.filter(decorative=False, alternative_text="")


class MediaFile(models.Model):
    """A file of the library: `receive` takes in an upload, `write` puts it into the storage, `save` stores the item."""

    FILE_FIELDS: ClassVar[tuple[str, ...]] = ("file",)  # those that name a file in the storage
    FACTS: ClassVar[tuple[str, ...]] = ("file", "size", "digest")  # those that follow from what the file holds
    content: File | None = None  # what was received

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(
        _("name"),
        max_length=80,
        unique=True,
        editable=False,
        help_text=_("The lasting name by which texts call it; it never changes."),
    )
    file = models.FileField(_("file"), max_length=200, editable=False)
    size = models.PositiveIntegerField(_("size"), editable=False, help_text=_("In bytes."))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(_("added"), auto_now_add=True)
    changed = models.DateTimeField(_("changed"), auto_now=True)

    # What was replaced, as `images.replacing` writes it down; null where nothing was, or it is too long ago.
    former = models.JSONField(null=True, editable=False)

    objects = MediaFileQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-created", "-pk"]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        if not self.slug:
            wanted = slugify(self.title)[:70].strip("-_") or slugify(self._meta.verbose_name)
            self.slug = type(self).objects.free_slug(wanted)
        super().save(**kwargs)
        if self.content is not None:
            transaction.on_commit(self._let_go, robust=True)

    def receive(self, upload: File) -> None:
        """Checks an upload and fills in all that follows from it; nothing is stored yet.

        Raises ValidationError for what can't be taken, AlreadyStoredError for what is there.
        """
        self.check_size(upload)
        self.digest = names.digest_of(upload)
        existing = type(self).objects.filter(digest=self.digest).first()
        if existing:
            raise AlreadyStoredError(existing)
        title = self.title or names.title_from(upload.name or "") or str(self._meta.verbose_name).capitalize()
        self.title = title[:200]
        self.content = self.prepare(upload)
        self.size = self.content.size

    def check_size(self, upload: File) -> None:
        raise NotImplementedError

    def prepare(self, upload: File) -> File:
        """What is to be written under `self.file.name`, which it sets."""
        raise NotImplementedError

    def write(self) -> None:
        """Puts what was received on disk. Raises ValidationError, with nothing left behind, where that fails."""
        try:
            for name, content in self.to_write():
                default_storage.save(name, content)
        except OSError as error:
            with suppress(OSError, DatabaseError):
                discard(files_of(self))
            raise ValidationError(why_not_kept(error), code="unwritable") from error

    def _let_go(self) -> None:
        """What was received is needed no longer, and a hundred pictures at once are much.

        But it may have been taken away with the last item of the same content, just before this one was stored.
        """
        if not default_storage.exists(str(self.file.name)):
            self.write()
        self.content = None

    def to_write(self) -> list[tuple[str, File]]:
        """Names and contents of all that was received; the file itself comes last."""
        return [(str(self.file.name), cast(File, self.content))]


class Image(MediaFile):
    FACTS = (*MediaFile.FACTS, "width", "height", "colour", "animated", "ready")

    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the image shows, for whoever can't see it. One sentence is enough."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The image says nothing that the text does not say; screen readers pass it by."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True, help_text=_("Shown below the image."))
    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who made the image."))
    focal_x = models.PositiveSmallIntegerField(null=True, blank=True, editable=False, validators=[PERCENT])
    focal_y = models.PositiveSmallIntegerField(null=True, blank=True, editable=False, validators=[PERCENT])
    colour = models.CharField(max_length=7, blank=True, editable=False)
    animated = models.BooleanField(_("moves"), default=False, editable=False)
    ready = models.JSONField(default=list, editable=False)  # keys of the sets of renditions whose files are all there

    # Known from `receive` on, for whoever stores it: an animation too large to be kept moving; the first renditions.
    was_stilled = False
    first: tuple[processing.First, ...] = ()

    objects: ClassVar = ImageQuerySet.as_manager()

    class Meta(MediaFile.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def clean(self):
        self.alternative_text = self.alternative_text.strip()
        # A new picture is taken in as it is: a refusal would lose the file that was chosen. It is asked for afterwards.
        if self.pk and not self.decorative and not self.alternative_text:
            message = _("Describe what the image shows, or tick that it is decorative.")
            raise ValidationError({"alternative_text": ValidationError(message, code="undescribed")})

    def _let_go(self) -> None:
        super()._let_go()
        self.first = ()

    @property
    def to_describe(self) -> bool:
        return not self.decorative and not self.alternative_text

    def alt_for(self, alt_given: str | None = None, decorative: bool = False) -> str:
        """The `alt` of one use: the text given there, else none where it is decorative, else the image's own.

        An empty text counts as not given: that an image is decorative is said, never a matter of omission.
        """
        if alt_given and alt_given.strip():
            return alt_given.strip()
        if decorative or self.decorative:
            return ""
        return self.alternative_text

    def check_size(self, upload: File) -> None:
        processing.check_bytes(upload.size)

    def prepare(self, upload: File) -> File:
        picture = processing.prepare(_bytes_or_path(upload))
        self.file.name = names.image_name(picture.content, picture.extension)
        self.width, self.height = picture.width, picture.height
        self.colour, self.animated = picture.colour, picture.animated
        self.was_stilled = picture.was_stilled
        self.first = picture.first
        self.ready = [set_key(self, "first")]
        return ContentFile(picture.content)

    def to_write(self) -> list[tuple[str, File]]:
        first = zip(specs(self, "first"), self.first, strict=True)
        return [*((spec.name, ContentFile(made.content)) for spec, made in first), *super().to_write()]


def _bytes_or_path(upload: File) -> bytes | Path:
    """Django keeps a large upload on disk."""
    return Path(upload.temporary_file_path()) if isinstance(upload, TemporaryUploadedFile) else upload.read()


class Document(MediaFile):
    FILE_FIELDS = ("file", "cover")
    FACTS = (*MediaFile.FACTS, "content_type", "pages", "cover")

    content_type = models.CharField(_("type"), max_length=100, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, editable=False)
    cover = models.CharField(max_length=200, blank=True, editable=False)  # name of the picture of its first page

    class Meta(MediaFile.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    @property
    def type_name(self) -> str:
        """What people call the type: PDF, Word, ZIP."""
        return filetypes.TYPE_NAMES[self.content_type]

    @property
    def cover_url(self) -> str:
        """The address of the picture of its first page; "" where there is none."""
        return default_storage.url(self.cover) if self.cover else ""

    def check_size(self, upload: File) -> None:
        filetypes.check_bytes(upload.size)

    def prepare(self, upload: File) -> File:
        extension = filetypes.recognise(upload)
        self.content_type = names.CONTENT_TYPES[extension]
        self.file.name = names.document_name(self.digest, upload.name or "", extension)
        return upload
