#!/bin/sh
# Cuts the two fonts of charts and reports from the full Open Sans of Debian's package fonts-open-sans.
# Needs pyftsubset (Debian: python3-fonttools; PyPI: fonttools). Run it in this directory; the committed files are its output.
# What stays: Latin-1, Latin Extended-A, Greek, dashes, quotes, thin and non-breaking spaces, arrows, super- and subscripts,
# comparison signs; kerning and tabular figures. Hinting goes.
set -eu
full=${1:-/usr/share/fonts/truetype/open-sans}
ranges=U+0020-007E,U+00A0-017F,U+0218-021B,U+0391-03C9,U+1E9E,U+2002-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F
ranges=$ranges,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2070-208E,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+2248,U+2260,U+2264,U+2265
for weight in Regular Semibold; do
    pyftsubset "$full/OpenSans-$weight.ttf" --unicodes="$ranges" --layout-features=kern,tnum,mark,mkmk,ccmp \
        --no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14,16,17' --notdef-outline --output-file="OpenSans-$weight.ttf"
done
