"""The editor's addresses, below the admin."""

from django.urls import path

from publishing import views

app_name = "editor"
urlpatterns = [
    path("preview/", views.preview, name="preview"),
    path("moment/", views.moment, name="moment"),
    path("upload/", views.upload, name="upload"),
]
