"""The roof: settings, addresses, and what serves and guards the whole site."""
