"""Pictures for tests as cameras, telephones and programs make them."""

import base64
import struct
import zlib
from io import BytesIO

from PIL import Image as PillowImage
from PIL import ImageCms

SRGB = ImageCms.createProfile("sRGB")
# 40 by 30 pixels of a dragonfly's wing, as a telephone stores them.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAXxtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAA"
    "AERAAAEAAQAAAAABoAABAAAAAAAAAtYAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/GlwcnAAAADc"
    "aXBjbwAAAHVodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQApQgEBA3AAAAMAkAAAAwAA"
    "AwAeoCCBBZbqrprm4CGgwIAAAAyAAAADAIRiAAEABkQBwXPBiQAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAAChjbGFw"
    "AAAAKAAAAAEAAAAeAAAAAf///+gAAAAC////3gAAAAIAAAAQcGl4aQAAAAADCAgIAAAAGGlwbWEAAAAAAAAAAQABBYECAwWEAAAC3m1kYXQAAALS"
    "KAGvEyCavNRb5ivET/66xrED7QdZ1HiDw7TeNoakAXzSYb14ZgFb/LX61PQ2d6CpCK5sdny9ICZLUrbMVUMB5U9E9rKogz4cYCIyDO04MEUUyVly"
    "8bV5YRpP4AD8p9qT5GQi7wf4VI15WhkMwWQYbXg5atVs4Nc/ixEjlmPOtshUx4+X2mylS6jDdJujYwTttB2Y46DSpVakisEM++O3QRVbH1QXEjvZ"
    "9DqEVA8Sb9T1lhflsOQwb+bnYWSqtmaYEaTWfHow3vZNIx4UP6CctW2mnehG7EDSL03ySTa1HbMD+SoZRDYV6/qd9iiRWuErRkjv18NtdCdy+rwO"
    "kjDUnG4YeSiEdyCMLOnZ2xXz4LGxtSCgpFU1VBRKEyX/TJPlJT5t+WbYyU3Aa0EUpRMMe8xovKONmyqzejQcZ8CAazZoIOmPoA4OODnFFw32GDkA"
    "8HwA7A2IcYkrEaIbHOVKEUCpU3ghH8pZkRcgA0EG0A2w62mAcAgAcQWgldbWNW4zlCyrZcimaSLP+giLr22E1XnyoRlXaLKCpmNmvRD2pNe1R+0P"
    "Vcueb9nr3EyGjHO9Ssmo7gjrv6NlDURmapa30gmWk3C5p9vQ0ZG8DZI1YpMrW45jT0jfidVHmngWTfvndRdOGvX35Mb1tW2bxcP2IdcNB6cKrZF9"
    "3+0IUNgX9N5sAtiC1zp1FKUhQKsHv+hVHLe9FnTNPq1NohcAKGGTf+4WprkNCzwGP32a/aIvO4doiwWlhHfST9LMqnsLE2wZez1cdq+7CW2epii3"
    "pyEjrrzxRGUk9uB4AQBwLg3/NbhwA3gd407SF9f647bMCh5uXKWrAMVVDE27fZn61I8Z/VaMqOvllmXbEc6cyd/rR9nyE8Kxlv/0/o3dBqqHCUNf"
    "p1oilrKLxOu/NhSqldExDc0wGgMFYFRNyRRTaWYAIyWaMdcgKhAJy+7dP//+9va3z4A="
)


def encoded(image: PillowImage.Image, format: str, **options) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def arrow_bytes(format: str = "JPEG", orientation: int | None = None) -> bytes:
    """Red above, blue below, with a white corner at the top left, as it lies in the file."""
    image = PillowImage.new("RGB", (60, 40), "blue")
    image.paste("red", (0, 0, 60, 20))
    image.paste("white", (0, 0, 20, 20))
    exif = PillowImage.Exif()
    if orientation:
        exif[0x0112] = orientation
    return encoded(image, format, exif=exif.tobytes())


def moving_bytes(
    format: str, colours: tuple = ("red", "lime", "blue"), size: tuple[int, int] = (40, 30), **options
) -> bytes:
    first, *others = [PillowImage.new("RGB", size, colour) for colour in colours]
    options = {"duration": 200, "loop": 0, **options}
    return encoded(first, format, save_all=True, append_images=others, **options)


def gif_of_frames(number: int) -> bytes:
    frame = b"!\xf9\x04\0\x05\0\0\0" + b",\0\0\0\0\x01\0\x01\0\0" + b"\x02\x02D\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + frame * number + b";"


def png_of_size(width: int, height: int, rows: int | None = None) -> bytes:
    """A PNG of one bit a pixel that claims a size; `rows` of it are there, a few by default."""
    header = struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(min(height, 100) if rows is None else rows))
    chunks = [(b"IHDR", header), (b"IDAT", packed + packer.flush()), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def profile_bytes(profile=SRGB) -> bytes:
    return ImageCms.ImageCmsProfile(profile).tobytes()
