"""The life of a piece of content, from first draft to archive."""
