"""The start page of the admin: what matters today, what waits, what is coming, what is amiss, what was read."""
