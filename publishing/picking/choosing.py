"""Choosing other items in a form: by a few letters of what they are called, with the pictures among them shown."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db.models import Model
from django.utils.translation import gettext as _

from images.models import Image
from images.thumbnails import thumbnail_address
from publishing.models import Publishable
from trash.keys import key_of

MOST_WITHOUT_SCRIPT = 50


def picture_of(item: Model) -> str | None:
    """The address of the picture by which an item is recognised among others, or None."""
    return thumbnail_address(item) if isinstance(item, Image) else None


class ChoosingMixin:
    """A select with what is chosen, which a script turns into a field that asks Django's own address for more."""

    class Media:
        extend = False
        js = (forms.Script("js/admin/choosing.js", type="module"),)

    def build_attrs(self, base_attrs, extra_attrs=None):
        opts = self.field.model._meta
        return {
            **forms.Select.build_attrs(self, base_attrs, extra_attrs),
            "data-chooser": self.get_url(),
            "data-app": opts.app_label,
            "data-model": opts.model_name,
            "data-field": self.field.name,
            **_texts(),
        }

    def optgroups(self, name, value, attrs=None):
        # What is no key would be an error of the database.
        keys = [key for key in map(_key, value) if key is not None]
        chosen = self.choices.queryset.in_bulk(keys) if keys else {}
        empty = [] if self.allow_multiple_selected else [self.create_option(name, "", "---------", not chosen, 0)]
        in_order = [(chosen[key], True) for key in keys if key in chosen]
        others = [(item, False) for item in self._others() if item.pk not in chosen]
        return [(None, [*empty, *(self._option(name, *pair) for pair in (*in_order, *others))], 0)]

    def _others(self):
        """What can be chosen without a script, of which the first must do; texts are too large to be read for that."""
        items = self.choices.queryset
        return () if issubclass(items.model, Publishable) else items[:MOST_WITHOUT_SCRIPT]

    def _option(self, name, item, selected):
        option = self.create_option(name, item.pk, self.choices.field.label_from_instance(item), selected, item.pk)
        if picture := picture_of(item):
            option["attrs"]["data-picture"] = picture
        return option


class Chooser(ChoosingMixin, AutocompleteSelect):
    """Chooses one item; the list of them is asked for with the parameters in `asked`."""

    asked = ""

    def get_url(self):
        return super().get_url() + self.asked


class SeveralChooser(ChoosingMixin, AutocompleteSelectMultiple):
    """Chooses several items."""

    def value_from_datadict(self, data, files, name):
        # A number that the database can't hold fails there; with a sign before it, it is refused as no key.
        sent = super().value_from_datadict(data, files, name)
        return [f"?{key}" if _key(key) is None else key for key in sent]


def _key(value):
    # Of a form that was not sent it is a number.
    return key_of(str(value))


def _texts():
    return {
        "data-text-search": _("Search by a word"),
        "data-text-found": _("{count} found."),
        "data-text-found-more": _("{count} shown; there are more. Type a word to find the others."),
        "data-text-none": _("Nothing found. Try another word."),
        "data-text-failed": _("The search did not get through. What you chose is kept; try once more."),
        "data-text-chosen": _("Chosen: {title}."),
        "data-text-removed": _("No longer chosen: {title}."),
        "data-text-remove": _("Remove: {title}"),
    }


class PlainChoicesMixin:
    """Fields that choose another item carry no buttons to change, delete or view that item."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Chooser(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SeveralChooser(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field and field.widget, RelatedFieldWidgetWrapper):
            # Choosing is what the form is for; a picture may be added on the way, all else has a form of its own.
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
            field.widget.can_add_related &= not issubclass(db_field.related_model, Publishable)
        return field


class OwnScriptsMixin:
    """A form that loads the scripts of its own fields, and none of the libraries that Django's admin brings."""

    change_form_template = "admin/form_of_own.html"
    # The field whose words the slug of a new item is made from.
    slug_from = ""

    @property
    def media(self):
        return forms.Media()

    def changelist_view(self, request, extra_context=None):
        lists = forms.Media(js=["admin/js/actions.js"])
        return super().changelist_view(request, {"media": lists, **(extra_context or {})})

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if self.slug_from and obj is None and "slug" in form.base_fields:
            form.base_fields["slug"].widget = SlugInput(self.slug_from)
        return form


class SlugInput(forms.TextInput):
    """A slug that, as long as it is empty, shows what the site will make of the words in another field."""

    class Media:
        js = (forms.Script("js/admin/slug.js", type="module"),)

    def __init__(self, source: str):
        super().__init__({"class": "vTextField", "data-slug-from": source, "maxlength": 100})
