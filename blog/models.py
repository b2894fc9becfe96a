"""The place of posts and topics."""
