"""What the form of an item does in a browser: it is opened, sends what is typed in it, and is saved."""

import json

from django.contrib.contenttypes.models import ContentType

from publishing.models import Autosave
from tests.admin.forms import filled_in

ADDRESS = "/admin/editor/autosave/"
ADD = "/admin/pages/page/add/"


def change(item):
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/change/"


class Form:
    """One opened form; `tab` tells it from others of the same item."""

    def __init__(self, client, item=None, *, tab="one", query=""):
        self.client, self.tab, self.kind = client, tab, item._meta.label_lower if item else "pages.page"
        self.address = (change(item) if item else ADD) + query
        self.answer = client.get(self.address)
        self.writing = self.answer.context["writing"]
        self.fields = filled_in(client, self.address)
        self.based_on, self.version = self.writing.based_on, self.writing.version
        self.uuid, self.user = str(self.writing.uuid), self.writing.request.user.pk

    def value(self, name):
        return self.answer.context["adminform"].form[name].value()

    def send(self, body=None, client=None, **changes):
        """What is typed, as the script sends it; what is acknowledged is known from then on."""
        self.fields |= changes
        body = json.dumps(self.body()) if body is None else body
        answer = (client or self.client).post(ADDRESS, body, content_type="application/json")
        self.version = answer.json().get("version", self.version) if answer["Content-Type"] == "application/json" else 0
        return answer

    def body(self):
        fields = {name: value if isinstance(value, list) else [str(value)] for name, value in self.fields.items()}
        known = {"kind": self.kind, "uuid": self.uuid, "user": self.user, "tab": self.tab}
        return {**known, "based_on": self.based_on, "version": self.version, "fields": fields}

    def save(self, button="_save", value="", **changes):
        self.fields |= changes
        known = {"uuid": self.uuid, "_based_on": self.based_on, "_autosave": self.version, "_tab": self.tab}
        return self.client.post(self.address, {**self.fields, **known, button: value}, follow=True)


def typed_of(item):
    kind = ContentType.objects.get_for_model(item)
    return Autosave.objects.get(item_type=kind, item_uuid=item.uuid).typed
