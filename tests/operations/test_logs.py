import logging

import pytest

from consultancy.logs import MaskAddresses, mask


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("203.0.113.77", "203.0.113.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("::ffff:203.0.113.77", "203.0.113.0"),
        ("", "-"),
        ("not an address", "-"),
    ],
)
def test_an_address_is_cut_to_its_network(address, shown):
    assert mask(address) == shown


@pytest.mark.parametrize("address", ["203.0.113.77", "2001:db8:1:2:3:4:5:6"])
def test_gunicorns_complaint_names_the_network_only(address):
    message = f"Invalid request from ip={address}: Invalid HTTP Version"
    record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, message, (), None)
    MaskAddresses().filter(record)
    assert address not in record.getMessage()
    assert record.getMessage().endswith(f"ip={mask(address)}: Invalid HTTP Version")
