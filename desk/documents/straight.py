"""A photographed sheet brought straight and cut out of the table it lies on.

Both only where it is sure: a picture without lines of print is not turned, and one without a dark
rim around bright paper is not cut.
"""

from collections.abc import Iterator

from PIL import Image, ImageOps, ImageStat

LOOKED_AT = 600  # pixels of the long side that the search goes over
MOST_DEGREES = 6.0
STEPS = (1.0, 0.25)  # degrees: the search goes over all, then around the best
LEAST_DEGREES = 0.5  # less is not worth drawing the page anew
SURE = 1.15  # how much clearer the lines must stand out when turned
DARK = 0.62  # of the paper's brightness: the table is darker than that
LEAST_PAPER = 0.25  # of the picture; a smaller bright patch is not the sheet
MARGIN = 0.005  # of a side, kept around the paper


def straightened(picture: Image.Image) -> Image.Image:
    """Return the sheet without the table around it, its lines level."""
    sheet = picture.crop(_paper(picture))
    degrees = _skew(sheet)
    if abs(degrees) < LEAST_DEGREES:
        return sheet
    paper = _brightness(ImageOps.grayscale(sheet))
    return sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(paper, paper, paper))


def _paper(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the place of the bright sheet in a picture, the whole of it where there is no rim."""
    whole = (0, 0, picture.width, picture.height)
    small = _small(picture)
    limit = round(_brightness(small) * DARK)
    bright = small.point([0] * limit + [255] * (256 - limit))
    rows = [at for at, share in enumerate(_shares(bright, along=1)) if share > LEAST_PAPER]
    columns = [at for at, share in enumerate(_shares(bright, along=0)) if share > LEAST_PAPER]
    if not rows or not columns:
        return whole
    box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide * high < LEAST_PAPER * small.width * small.height:
        return whole
    scale = picture.width / small.width
    rim = MARGIN * max(picture.size)
    left, top = (max(0, round(at * scale - rim)) for at in box[:2])
    right = min(picture.width, round(box[2] * scale + rim))
    low = min(picture.height, round(box[3] * scale + rim))
    return left, top, right, low


def _skew(sheet: Image.Image) -> float:
    """Return by how many degrees to turn a sheet so that its lines of print are level."""
    small = ImageOps.invert(_small(sheet))
    best, level = 0.0, _lines(small, 0.0)
    found = level
    for step in STEPS:
        around = best
        for degrees in _angles(around, step):
            clear = _lines(small, degrees)
            if clear > found:
                best, found = degrees, clear
    return best if found > SURE * level else 0.0


def _angles(around: float, step: float) -> Iterator[float]:
    reach = MOST_DEGREES if step == STEPS[0] else STEPS[0]
    count = round(reach / step)
    return (around + step * n for n in range(-count, count + 1))


def _lines(small: Image.Image, degrees: float) -> float:
    """Return how clearly rows of print and rows of paper differ; the rim is left out."""
    turned = small.rotate(degrees, Image.Resampling.BILINEAR)
    inside = ImageOps.crop(turned, round(min(small.size) * 0.1))
    rows = inside.resize((1, inside.height), Image.Resampling.BOX)
    return float(ImageStat.Stat(rows).var[0])


def _small(picture: Image.Image) -> Image.Image:
    grey = ImageOps.grayscale(picture)
    grey.thumbnail((LOOKED_AT, LOOKED_AT))
    return grey


def _brightness(grey: Image.Image) -> int:
    """Return how bright the paper is: the brightest tenth, the glare left out."""
    below, seen = grey.histogram(), 0
    for light in range(255, -1, -1):
        seen += below[light]
        if seen * 10 >= grey.width * grey.height:
            return max(light, 1)
    return 255


def _shares(bright: Image.Image, *, along: int) -> list[float]:
    """Return which share of each row (1) or column (0) is bright."""
    size = (1, bright.height) if along else (bright.width, 1)
    return [value / 255 for value in bright.resize(size, Image.Resampling.BOX).tobytes()]
