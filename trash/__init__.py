"""The bin: what is deleted lies here for a while, and comes back as it was. Knows no kind of content."""
