package dev.semblance.image;

import dev.semblance.image.PlainFiles.Psd;
import java.util.ArrayList;
import java.util.List;

/// Tiny valid files of every format, in the variants that lead to different code.
final class FuzzSeeds {
  private static final Pixels PICTURE = PictureFiles.drawing(29, 23, 1);
  private static final Pixels SECOND = PictureFiles.drawing(29, 23, 2);
  private static final Pixels GREY = new Pixels(11, 7, 1, new byte[77]);

  private FuzzSeeds() {}

  static List<byte[]> all() {
    List<byte[]> files = new ArrayList<>();
    jpegs(files);
    pngs(files);
    others(files);
    tiffs(files);
    plain(files);
    raws(files);
    for (String name :
        new String[] {
          "picture.heic",
          "picture.avif",
          "picture.jxl",
          "boxed.jxl",
          "picture.jp2",
          "picture.j2k",
          "film.mp4"
        }) {
      files.add(SampleFiles.bytes(name));
    }
    return files;
  }

  private static void jpegs(List<byte[]> files) {
    byte[] jpeg = PictureWriter.jpeg(PICTURE, 80);
    files.add(jpeg);
    files.add(JpegFiles.progressive(PICTURE));
    files.add(JpegFiles.grey(GREY));
    files.add(JpegFiles.withAdobeMarker(JpegFiles.fourChannels(8, 8, new byte[256]), 2));
    files.add(
        PictureFiles.jpegWithProfile(
            JpegFiles.withAdobeMarker(JpegFiles.fourChannels(8, 8, new byte[256]), 0),
            IccProfile.cmykWithRedForCyan()));
    files.add(PictureFiles.jpegWithExif(jpeg, TiffBuilder.orientation(6)));
    files.add(PictureFiles.jpegWithProfile(jpeg, IccProfile.adobeRgb()));
  }

  private static void pngs(List<byte[]> files) {
    byte[] png = PictureWriter.png(PICTURE);
    files.add(png);
    files.add(PictureFiles.written(PictureFiles.indexed(PICTURE), "png"));
    files.add(PictureFiles.png(4, 4, 16, 6, new byte[128]));
    files.add(PictureFiles.png(5, 4, 1, 0, new byte[4]));
    files.add(PictureFiles.pngWithProfile(png, IccProfile.adobeRgb()));
    files.add(PictureFiles.pngWithProfile(PictureWriter.png(GREY), IccProfile.linearGrey()));
    files.add(PictureFiles.pngWith(png, "eXIf", TiffBuilder.orientation(5)));
  }

  private static void others(List<byte[]> files) {
    files.add(PictureFiles.gif(PICTURE));
    files.add(PictureFiles.animatedGif(PICTURE, SECOND));
    files.add(PictureFiles.bmp(PICTURE));
    byte[] webp = PictureFiles.losslessWebp(PICTURE);
    files.add(webp);
    files.add(PictureFiles.lossyWebp(PICTURE));
    files.add(PictureFiles.webpWithExif(webp, PICTURE, TiffBuilder.orientation(7)));
    files.add(PictureFiles.animatedWebp(PICTURE, SECOND));
    files.add(PictureFiles.icon(PictureFiles.drawing(16, 16, 1), PictureFiles.drawing(24, 24, 2)));
  }

  private static void tiffs(List<byte[]> files) {
    files.add(TiffBuilder.of(PICTURE).build());
    files.add(TiffBuilder.pages(TiffBuilder.of(PICTURE), TiffBuilder.of(GREY)));
    files.add(
        TiffBuilder.of(PICTURE).undefined(TiffBuilder.ICC_PROFILE, IccProfile.adobeRgb()).build());
    files.add(
        TiffBuilder.of(new Pixels(8, 8, 4, new byte[256])).shorts(262, 5).without(338).build());
    files.add(PictureFiles.written(PictureFiles.buffered(PICTURE), "tiff"));
    for (String compression : new String[] {"LZW", "ZLib", "PackBits", "JPEG"}) {
      files.add(PictureFiles.tiff(PICTURE, compression));
    }
  }

  private static void plain(List<byte[]> files) {
    files.add(PlainFiles.ppm(PICTURE));
    files.add(PlainFiles.textPpm(PICTURE));
    files.add(PlainFiles.ppm16(PICTURE));
    files.add(PlainFiles.pam(new Pixels(8, 8, 4, new byte[256])));
    files.add(PictureFiles.latin("P1 3 2\n101 011"));
    files.add(PlainFiles.psd(PICTURE));
    files.add(new Psd(PICTURE, 3).packed().profile(IccProfile.adobeRgb()).build());
    files.add(new Psd(PICTURE, 9).large().packed().transparent().build());
    files.add(
        new Psd(new Pixels(8, 8, 4, new byte[256]), 4)
            .sixteenBits()
            .profile(IccProfile.cmykWithRedForCyan())
            .build());
    files.add(new Psd(GREY, 2).palette(new byte[768]).build());
  }

  private static void raws(List<byte[]> files) {
    byte[] large = PictureWriter.jpeg(PICTURE, 70);
    byte[] small = PictureWriter.jpeg(PictureFiles.drawing(12, 9, 3), 70);
    files.add(RawFiles.cr2(large, small, 6));
    files.add(RawFiles.cr3(large, small, 6));
    files.add(RawFiles.nef(large, small, 6));
    files.add(RawFiles.arw(large, small, 6));
    files.add(RawFiles.dng(large, small, 6));
    files.add(RawFiles.orf(large, small, 6));
    files.add(RawFiles.raf(large, small, 6));
    files.add(RawFiles.rw2(large, small, 6));
  }
}
