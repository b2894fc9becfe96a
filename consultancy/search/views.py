"""The page on which visitors search. `request.section` is its section page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from blog.addresses import word
from consultancy.search.index import current
from consultancy.search.query import Query
from consultancy.search.results import results
from consultancy.search.suggestions import suggestion
from publishing.previews import showing


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers the question `q`, whatever that is; 404 where the site has no index.

    Beside what every page asks: at most four queries.
    """
    index = current()
    if index is None:
        raise Http404
    section, query = request.section, Query.read(request.GET.get("q", ""))
    path, number = section.get_absolute_url(), request.GET.get(word("page"), "1")
    found = results(index, query, path=path, number=number)
    context = {
        "page": section,
        "query": query,
        "results": found,
        "suggestion": None if found.page.paginator.count else suggestion(index, query),
    }
    return showing.show(request, section, "search/index.html", context)
