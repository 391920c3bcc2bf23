#!/bin/sh
# Makes the sample files beside this script, with the programs of the Debian packages ffmpeg,
# libheif-examples, libjxl-tools, libopenjp2-tools and imagemagick. Run it in this folder.
set -eu
ffmpeg -v error -y -f lavfi -i "testsrc2=size=96x64:rate=1" -vf "avgblur=2" -frames:v 1 picture.png
heif-enc -q 90 -o picture.heic picture.png >/dev/null
heif-enc -A -q 90 -o picture.avif picture.png >/dev/null
cjxl --quiet -d 0 picture.png picture.jxl
cjxl --quiet -d 1 --container=1 picture.png boxed.jxl
opj_compress -i picture.png -o picture.jp2 >/dev/null
opj_compress -i picture.png -o picture.j2k >/dev/null
convert picture.png -compress RLE picture.psd
# A film that is black for its first second.
ffmpeg -v error -y -f lavfi -i "color=black:size=96x64:rate=4:duration=1" -loop 1 -t 3 -r 4 -i picture.png \
  -filter_complex "[0][1]concat=n=2:v=1,format=yuv420p" -c:v libx264 -qp 12 film.mp4
