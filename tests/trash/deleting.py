"""To the bin and back, as the consultant does it."""

from trash.models import Deletion


def form_of(item):
    return f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}"


def to_bin(client, item) -> Deletion:
    """Delete an item by its form; gives what lies in the bin then."""
    answer = client.post(f"{form_of(item)}/delete/", {"post": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    return Deletion.objects.first()


def bring_back(client, *deletions, also=(), follow=True):
    """Bring these back; gives the page that follows."""
    keys = ",".join(str(deletion.pk) for deletion in deletions)
    return client.post("/admin/trash/deletion/restore/", {"pk": keys, "also": [one.pk for one in also]}, follow=follow)


def confirmation(client, item) -> str:
    return client.get(f"{form_of(item)}/delete/").content.decode()
