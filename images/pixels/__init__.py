"""Pixels from bytes that nobody vouches for, and bytes from pixels. Pure: Pillow and the standard library.

Runs as a process of its own, `python -m images.pixels <operation> <options> <folder>`, started by `images.sandbox`:
a decoder that is led astray by a file reaches no database, no key and no other request. The source comes on standard
input, files go into the folder, the answer leaves as JSON on standard output.
"""

# Of the encoders: whoever changes what they make of the same picture raises it, and every rendition is made anew.
VERSION = 4
