"""How busy the form is on a network, counted without keeping an address or a row for each attempt."""

import hashlib
import hmac
import ipaddress

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from contact.models import Busyness

BUCKETS = 1024


def count(request: HttpRequest) -> int:
    """Count a form in; gives how many came this hour from the networks of its bucket, this one included."""
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    with transaction.atomic():
        row, _ = Busyness.objects.select_for_update().get_or_create(
            bucket=_bucket(request, now), defaults={"hour": hour}
        )
        if row.hour != hour:
            row.hour, row.count = hour, 0
        row.count += 1
        row.save()
    return row.count


def _bucket(request, now):
    """One of a fixed number, another one every day: it can't be traced back to a network."""
    day_and_network = f"{now:%Y-%m-%d} {_network(_address(request))}".encode()
    digest = hmac.digest(settings.SECRET_KEY.encode(), day_and_network, hashlib.sha256)
    return int.from_bytes(digest[:4]) % BUCKETS


def _address(request):
    """The sender's address; of a proxy that is trusted, the last one it names."""
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return forwarded.rpartition(",")[2].strip() if forwarded and _is_trusted(address) else address


def _is_trusted(address):
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in ipaddress.ip_network(network) for network in settings.TRUSTED_PROXIES)


def _network(address):
    """The first 24 bits of IPv4, the first 48 of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "-"
    # Where the site listens on IPv6, a sender by IPv4 comes as ::ffff:1.2.3.4.
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False))
