"""The list of pages as a tree, in which pages are moved."""

from django.contrib import messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.forms import PlaceForm
from pages.models import Page
from pages.moving import Place, StandsElsewhereError, move, put, shift
from pages.tree import Tree
from publishing.addresses.consequences import consequences
from publishing.history import note
from trash.keys import key_of

# The page whose branch is shown, of a tree that is too large for one screen.
BELOW_VAR = "below"
# Where the last move is kept, so that it can be undone; and for how long that is offered.
LAST_MOVE = "last_move_of_page"
UNDO_SECONDS = 3600


class TreeChangeList(ChangeList):
    """The tree, unless something is sought or filtered: what is found then is a plain list."""

    def get_filters_params(self, params=None):
        return {name: value for name, value in super().get_filters_params(params).items() if name != BELOW_VAR}

    @property
    def is_tree(self) -> bool:
        return not any(value for name, value in self.params.items() if name != BELOW_VAR)

    def get_results(self, request):
        if not self.is_tree:
            super().get_results(request)
            return
        tree = Tree()
        self.top = self._top(tree)
        self.way = self._way(tree)
        self.paginator = self.model_admin.get_paginator(request, tree.children[self.top], self.list_per_page)
        keys = list(self.paginator.get_page(self.page_num).object_list)
        self.nodes = tree.nodes(keys, self.root_queryset.defer("text", "body_html"))
        self.result_list = list(_flat(self.nodes))
        self.fixed = set() if self.model_admin.has_publish_permission(request) else tree.for_publishers()
        self.result_count = self.full_result_count = len(tree.parents)
        self.multi_page = self.paginator.count > self.list_per_page
        self.show_admin_actions = bool(keys)
        self.show_full_result_count = self.can_show_all = False

    def _top(self, tree):
        asked = self.params.get(BELOW_VAR, "")
        key = key_of(asked)
        return key if key in tree.parents else None

    def _way(self, tree):
        """The page whose branch is shown behind those above it."""
        keys = [] if self.top is None else [*reversed([*tree.above(self.top)]), self.top]
        by_key = Page.objects.only("title").in_bulk(keys) if keys else {}
        return [by_key[key] for key in keys if key in by_key]


def _flat(nodes):
    for node in nodes:
        yield node.page
        yield from _flat(node.below)


class TreeMixin:
    """The part of the admin of pages in which one is moved: nothing moves before it was seen what follows."""

    def get_changelist(self, request, **kwargs):
        return TreeChangeList

    def changelist_view(self, request, extra_context=None):
        undo = self._last_move(request) if request.method == "GET" else None
        # Django's script counts what is selected in a table.
        context = {"undo": undo, "actions_selection_counter": not self._asks_for_tree(request)}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def _asks_for_tree(self, request):
        return not any(value for name, value in request.GET.items() if name not in (BELOW_VAR, "p", "e"))

    def get_urls(self):
        views = {
            "<int:pk>/move/": (self.move, "pages_page_move"),
            "<int:pk>/shift/": (self.shift, "pages_page_shift"),
            "move/undo/": (self.undo_move, "pages_page_undo_move"),
        }
        own = [path(at, self.admin_site.admin_view(view), name=name) for at, (view, name) in views.items()]
        return [*own, *super().get_urls()]

    def _page_to_move(self, request, pk):
        page = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def move(self, request, pk):
        """Choose a place (GET), see what follows from it (GET with `under`), and move (POST); for one page."""
        page = self._page_to_move(request, pk)
        if request.method == "POST":
            return self._moved(request, page)
        return self._show_move(request, page, Place.read(request.GET) if "under" in request.GET else None)

    def _moved(self, request, page):
        place = Place.read(request.POST)
        target = self._put(page, place)
        if request.POST.get("becomes") != target.new or target.faults:
            return self._show_move(request, page, place, seen_otherwise=not target.faults)
        try:
            self._do_move(request, page.pk, place, request.POST.get("seen", ""))
        except StandsElsewhereError:
            return self._show_move(request, page, place, seen_otherwise=True)
        return redirect("admin:pages_page_changelist")

    def _do_move(self, request, pk, place, seen):
        with transaction.atomic():
            page, former = move(pk, place, seen=seen)
            self._note(request, page, seen)
        self._remember(request, page, former, seen)
        self._tell_of_place(request, page, seen)

    def _note(self, request, page, old):
        """Write into the history from where to where it went; where only its order changed, that."""
        new = page.get_absolute_url()
        if new == old:
            self.log_change(request, page, [{"changed": {"fields": ["order"]}}])
        else:
            note(request.user, page, "moved", old=old, new=new)

    def _tell_of_place(self, request, page, old):
        new = page.get_absolute_url()
        if new == old:
            sentence = _("“%(page)s” has another place among its neighbours. No address changed.")
        else:
            sentence = _("“%(page)s” now stands at %(new)s.")
        messages.success(request, sentence % {"page": page, "new": new})

    def _put(self, page, place):
        """What follows from putting a page there; refusals are among it, in words."""
        faults = {}
        copy = Page.objects.get(pk=page.pk)
        try:
            put(copy, place).clean_translation()
        except ValidationError as refusal:
            faults = {name: " ".join(sentences) for name, sentences in refusal.message_dict.items()}
        return consequences(copy, faults)

    def _show_move(self, request, page, place, *, seen_otherwise=False):
        told = self._put(page, place) if place else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Move “%(page)s”") % {"page": page},
            "opts": self.opts,
            "page": page,
            "told": told,
            "free": told and "slug" in told.faults and told.item.free_slug(told.item.slug),
            "seen_otherwise": seen_otherwise,
            "form": PlaceForm(page, place, told.item.parent if told else None),
        }
        name = "admin/page_move_dialog.html" if "dialog" in request.GET else "admin/page_move.html"
        return TemplateResponse(request, name, context, status=409 if seen_otherwise else 200)

    def shift(self, request, pk):
        """One place up or down among the neighbours (POST with `direction`): no address changes by it."""
        page = self._page_to_move(request, pk)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        place = shift(page, request.POST.get("direction", ""))
        if place is None:
            messages.info(request, _("“%(page)s” can't go further that way.") % {"page": page})
        else:
            self._do_shift(request, page, place)
        return HttpResponseRedirect(self._list_at(page))

    def _do_shift(self, request, page, place):
        try:
            self._do_move(request, page.pk, place, page.get_absolute_url())
        except ValidationError as refusal:
            reasons = {"page": page, "why": " ".join(refusal.messages)}
            messages.error(request, _("“%(page)s” stays where it is. %(why)s") % reasons)

    def _list_at(self, page):
        return reverse("admin:pages_page_changelist") + f"#page-{page.pk}"

    # Undoing

    def _remember(self, request, page, former, old):
        request.session[LAST_MOVE] = {
            "page": page.pk,
            "place": former.as_dict(),
            "old": old,
            "new": page.get_absolute_url(),
            "at": timezone.now().timestamp(),
        }

    def _last_move(self, request):
        """The last move of this session, while it can be undone: the page still stands where it was put."""
        kept = request.session.get(LAST_MOVE)
        if kept is None or timezone.now().timestamp() - kept["at"] > UNDO_SECONDS:
            return None
        page = Page.objects.filter(pk=kept["page"]).defer("text", "body_html").first()
        return {**kept, "page": page} if page and page.get_absolute_url() == kept["new"] else None

    def undo_move(self, request):
        """Put the page that was moved last back where it was (POST)."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        kept = self._last_move(request)
        if kept is None:
            messages.warning(
                request, _("Nothing was put back: the page stands elsewhere by now, or is no longer there.")
            )
            return redirect("admin:pages_page_changelist")
        page = self._page_to_move(request, kept["page"].pk)
        del request.session[LAST_MOVE]
        try:
            self._put_back(request, page, kept)
        except ValidationError as refusal:
            reasons = {"page": page, "why": " ".join(refusal.messages)}
            messages.error(request, _("“%(page)s” was not put back. %(why)s") % reasons)
        return HttpResponseRedirect(self._list_at(page))

    def _put_back(self, request, page, kept):
        with transaction.atomic():
            page, _former = move(page.pk, Place(**kept["place"]), seen=kept["new"])
            self._note(request, page, kept["new"])
        messages.success(request, _("“%(page)s” stands where it was again.") % {"page": page})
