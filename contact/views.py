"""The form on the contact page, and the page that thanks."""

import logging
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from contact import busyness, spam
from contact.forms import MessageForm, source_path
from contact.models import Mail, Message
from contact.tasks import mail_message
from publishing.previews import showing

logger = logging.getLogger(__name__)

# The word in the address of the page that thanks, by the language of the site.
THANKS_WORD = {"nl": "bedankt", "en": "thanks"}[settings.LANGUAGE_CODE]


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """The contact page with its form; a message that is sent is stored first and mailed by a job after.

    Without Django's protection against forged requests, as that needs a cookie: nothing is done in anybody's name
    here, so a forged request can do no more than its sender could by typing.
    """
    if request.method != "POST":
        return _show(request, MessageForm(initial={"source": _came_from(request)}))
    request.section = _in(request.POST.get("language"), request.section)
    with translation.override(request.section.language):
        form = MessageForm(request.POST)
        if not form.is_valid():
            return _show(request, form, status=422)
        try:
            _receive(request, form)
        except DatabaseError:
            logger.exception("A message could not be stored")
            form.add_error(None, _("Your message could not be kept just now. Please send it again in a minute."))
            return _show(request, form, status=503)
    return redirect(_thanks_for(request.section))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Says that a message arrived, in the language that it was sent from; not for search engines."""
    page = _in(request.GET.get("language"), request.section)
    return showing.show(request, page, "contact/thanks.html", {"page": page})


def _thanks_for(page):
    asked = f"?{urlencode({'language': page.language})}" if page.translation_of_id else ""
    return reverse("contact_thanks") + asked


def _in(language, page):
    """The contact page, or its translation where visitors may see that and ask for its language."""
    other = page.public_translation
    return other if other and other.language == language else page


def _show(request, form, status=200):
    page = request.section
    response = showing.show(request, page, "pages/contact.html", {"page": page, "form": form})
    response.status_code = status
    # The time stamp is of this one visit. Not `no-store`: with it browsers forget what was typed on the way back.
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _receive(request, form):
    with translation.override(settings.LANGUAGE_CODE):
        message = form.message(busyness=busyness.count(request))
    message.language = request.section.language
    if message.spam_score >= spam.SPAM_FROM:
        message.put_into_spam()
        message.mail = Mail.WITHHELD
    _store(message)


@transaction.atomic
def _store(message):
    """The message and the job that mails it: both or neither."""
    if Message.objects.repeated(message).exists():
        return
    message.save()
    if message.mail == Mail.WAITING:
        mail_message.enqueue(message.pk)


def _came_from(request):
    """The path of the page on this site that led here, as far as the browser says."""
    try:
        referrer = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    return source_path(referrer.path) if referrer.netloc == request.get_host() else ""
