"""The editor's addresses, below the admin."""

from django.urls import path

from publishing import views
from publishing.addresses import renaming
from publishing.autosave import views as autosave_views
from publishing.picking import views as picker_views
from publishing.previews import previewing

app_name = "editor"
urlpatterns = [
    path("autosave/", autosave_views.autosave, name="autosave"),
    path("autosave/others/", autosave_views.other_texts, name="other_texts"),
    path("preview/", views.preview, name="preview"),
    path("as-typed/", previewing.as_typed, name="as_typed"),
    path("as-typed/frame/", previewing.frame, name="preview_frame"),
    path("as-typed/window/", previewing.window, name="preview_window"),
    path("moment/", views.moment, name="moment"),
    path("consequences/", renaming.told, name="consequences"),
    path("upload/", views.upload, name="upload"),
    path("insertables/", picker_views.insertables, name="insertables"),
    path("pick/<slug:kind>/", picker_views.pick, name="pick"),
    path("paste/", picker_views.paste, name="paste"),
]
