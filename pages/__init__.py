"""The tree of pages, with the profile of whose site it is."""
