"""Deleting what is published: what to say before it goes to the bin."""

from django.utils.translation import gettext as _

from publishing.references import referring_to
from publishing.states import STATES, state_of
from publishing.versions.waiting import linking_to
from trash.binning import BinMixin


class PublishableBinMixin(BinMixin):
    """Names the texts that link to an item, its other language, and the address that visitors knew."""

    def remark_on(self, item):
        return str(STATES[state_of(item)]), 0

    def leading_to(self, items):
        originals = ((item.translation_of, _("its other language")) for item in items if item.translation_of_id)
        texts = ((item, _("in its text")) for item in referring_to(items))
        return [*originals, *texts, *((item, _("in a text that waits for publication")) for item in linking_to(items))]

    def how(self, field):
        return _("its other language") if field.name == "translation_of" else super().how(field)

    def addresses_of(self, items):
        return [item.get_absolute_url() for item in items if item.ever_public]
