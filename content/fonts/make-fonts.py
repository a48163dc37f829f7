"""Cuts the fonts of this folder out of Noto Sans CJK; see README.md. Needs fontTools 4.38 or later."""
import pathlib
import sys

from fontTools import subset

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '/usr/share/fonts/opentype/noto')
HERE = pathlib.Path(__file__).parent
SIMPLIFIED_CHINESE = 2  # Number of the font in the collection.
CONTENT = ['messages', 'instruments', 'benchmarks', 'divisions']
DROPPED = ['DSIG', 'GPOS', 'GSUB', 'VORG', 'vhea', 'vmtx']


def decode(rows):
    """The characters of some rows of GB 2312."""
    pairs = (bytes([row, cell]) for row in rows for cell in range(0xA1, 0xFF))
    return set(''.join(pair.decode('gb2312', 'ignore') for pair in pairs))


def read_content():
    """Every character of the texts that the product shows."""
    files = (file for folder in CONTENT for file in (HERE.parent / folder).rglob('*') if file.is_file())
    return set(''.join(file.read_text('utf-8') for file in files))


def cut(weight, characters, name, proportional=False):
    """Writes the font of a weight with these characters."""
    options = subset.Options(font_number=SIMPLIFIED_CHINESE, hinting=False, notdef_outline=True, layout_features=['pwid'])
    options.drop_tables += [] if proportional else DROPPED
    font = subset.load_font(SOURCE / f'NotoSansCJK-{weight}.ttc', options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=''.join(characters))
    subsetter.subset(font)
    if proportional:
        narrow_punctuation(font)
    font['head'].modified = font['head'].created
    font.recalcTimestamp = False
    font.save(HERE / name)


def narrow_punctuation(font):
    """Maps quotation marks to their proportional forms, as English wants them, and gives the family its own name."""
    lookups = font['GSUB'].table.LookupList.Lookup
    tables = [getattr(table, 'ExtSubTable', table) for lookup in lookups for table in lookup.SubTable]
    forms = {wide: narrow for table in tables for wide, narrow in table.mapping.items()}
    for table in font['cmap'].tables:
        if hasattr(table, 'cmap'):
            table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}
    for tag in DROPPED:
        if tag in font:
            del font[tag]
    for record in font['name'].names:
        if record.nameID in (1, 4):
            record.string = 'Noto Sans CJK SC Latin'
        if record.nameID == 6:
            record.string = str(record).replace('SC', 'SCLatin').replace('sc', 'scLatin')


def span(first, last):
    return {chr(code) for code in range(first, last + 1)}


latin = span(0x20, 0x7E) | span(0xA0, 0xFF) | span(0x2010, 0x2027) | span(0x2030, 0x203B)
signs = latin | span(0x3000, 0x301F) | span(0xFF01, 0xFF5E) | set('←↑→↓×÷≤≥≠±℃€￥')
content = {character for character in read_content() if character >= ' '}
cut('Regular', decode(range(0xA1, 0xF8)) | signs | content, 'noto-sans-cjk-sc-regular.otf')
cut('Bold', signs | content, 'noto-sans-cjk-sc-bold.otf')
cut('Regular', latin, 'noto-sans-cjk-sc-latin-regular.otf', proportional=True)
cut('Bold', latin, 'noto-sans-cjk-sc-latin-bold.otf', proportional=True)
