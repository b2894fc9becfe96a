"""The library in the admin: pictures and files, taken in, described, replaced and found again."""

from images.admin.documents import DocumentAdmin
from images.admin.pictures import ImageAdmin

__all__ = ["DocumentAdmin", "ImageAdmin"]
