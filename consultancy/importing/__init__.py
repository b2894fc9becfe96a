"""Texts from elsewhere become items of the site.

`sources`   finds the files and has each read by the reader for its form; every reader yields an `Entry`
`entries`   what an entry is, the same for every form
`kinds`     which kinds of item there are, and what makes an item of an entry
`importer`  a whole source, all or nothing, twice the same, never over later edits by hand
"""
