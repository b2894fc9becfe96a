"""gunicorn's logs without the full addresses of visitors."""

import ipaddress
import logging
import re

from gunicorn import glogging

ADDRESS = re.compile(r"(?<=\bip=)[0-9a-fA-F:.]+(?=:)")


def mask(address):
    """The network of an address: the first 24 bits of IPv4, the first 48 of IPv6; "-" for what is no address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "-"
    found = getattr(found, "ipv4_mapped", None) or found
    bits = 24 if found.version == 4 else 48
    return str(ipaddress.ip_network((found, bits), strict=False).network_address)


class MaskAddresses(logging.Filter):
    """gunicorn names the sender of a request that it can't read."""

    def filter(self, record):
        record.msg = ADDRESS.sub(lambda found: mask(found[0]), str(record.msg))
        return True


class Logger(glogging.Logger):
    def setup(self, cfg):
        super().setup(cfg)
        self.error_log.filters = [MaskAddresses()]

    def atoms(self, resp, req, environ, request_time):
        atoms = super().atoms(resp, req, environ, request_time)
        return {**atoms, "h": mask(atoms["h"])}
