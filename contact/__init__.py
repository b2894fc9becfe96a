"""Messages of visitors, and the inbox they come into."""
