"""The list of the library, which tells how often each item is shown."""

from django.contrib.admin.views.main import ChangeList

from images.usage import number_of_uses


class LibraryList(ChangeList):
    """Each item of the page that is shown carries its `number_of_uses`, asked for all of them together."""

    def get_results(self, request):
        super().get_results(request)
        items = list(self.result_list)
        uses = number_of_uses(items)
        for item in items:
            item.number_of_uses = uses[item.pk]
        self.result_list = items
