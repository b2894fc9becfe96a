"""The place of messages."""
