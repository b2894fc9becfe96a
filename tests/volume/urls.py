"""The site's addresses, and below `toestand/` states of it that no visitor can ask for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from consultancy import maintenance, urls
from contact import views as contact
from pages.views import under


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault, as any program may have one")


def sent_empty(request: HttpRequest) -> HttpResponse:
    """The contact page after an empty form was sent, for tools that can't send one."""
    request.method = "POST"
    return contact.contact(request)


def looked_after(request: HttpRequest) -> HttpResponse:
    """What the web server shows while the site does not answer."""
    return render(request, maintenance.PAGE, status=503)


urlpatterns = [
    path("toestand/500/", broken),
    path("toestand/503/", looked_after),
    path("toestand/formulier/", under("contact", sent_empty)),
    *urls.urlpatterns,
]
