"""Posts, their topics, archives and feeds."""
