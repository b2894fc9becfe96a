from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultancy.search.keeping import rebuild


class Command(BaseCommand):
    help = "Makes the search index anew from all content, while the site runs. `prepare` does so where it is needed."

    def handle(self, **options):
        number = rebuild()
        if number is None:
            self.stdout.write(_("This site has no search index: there is none for its database yet."))
        else:
            sentence = ngettext("%(number)d item in the search index.", "%(number)d items in the search index.", number)
            self.stdout.write(sentence % {"number": number})
