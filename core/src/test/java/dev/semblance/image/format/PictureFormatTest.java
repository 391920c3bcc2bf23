package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureFormatTest {
  @Test
  void knows_files_by_their_first_bytes() {
    Map<String, PictureFormat> heads = new LinkedHashMap<>();
    heads.put("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF", PictureFormat.JPEG);
    heads.put("\u0089PNG\r\n\u001a\n", PictureFormat.PNG);
    heads.put("GIF89a\1\0", PictureFormat.GIF);
    heads.put("RIFF\1\2\3\4WEBPVP8 ", PictureFormat.WEBP);
    heads.put("II*\0\b\0\0\0\0\0", PictureFormat.TIFF);
    heads.put("MM\0*\0\0\0\b", PictureFormat.TIFF);
    heads.put("II+\0\b\0\0\0", PictureFormat.TIFF);
    heads.put("\0\0\1\0\1\0  ", PictureFormat.ICO);
    heads.put("BM6\0\0\0\0\0\0\0006\0\0\0(\0\0\0", PictureFormat.BMP);
    heads.put("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", PictureFormat.HEIC);
    heads.put("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", PictureFormat.HEIC);
    heads.put("\0\0\0\u001cftypmif1\0\0\0\0mif1avifmiaf", PictureFormat.AVIF);
    heads.put("\0\0\0\u0018ftypavif\0\0\0\0avifmif1", PictureFormat.AVIF);
    heads.put("\0\0\0\u0018ftypcrx \0\0\0\1crx isom", PictureFormat.RAW);
    heads.put("\0\0\0\u0018ftypisom\0\0\2\0isommp41", PictureFormat.VIDEO);
    heads.put("\0\0\0\u0014ftypqt  \0\0\2\0qt  ", PictureFormat.VIDEO);
    heads.put("\0\0\0\u0018ftypM4A \0\0\2\0M4A isom", PictureFormat.SOUND);
    heads.put("\u001aE\u00df\u00a3\1\0\0\0", PictureFormat.VIDEO);
    heads.put("RIFF\1\2\3\4AVI LIST", PictureFormat.VIDEO);
    heads.put("RIFF\1\2\3\4WAVEfmt ", PictureFormat.SOUND);
    heads.put("II*\0\u0010\0\0\0CR\2\0", PictureFormat.RAW);
    heads.put("FUJIFILMCCD-RAW 0201", PictureFormat.RAW);
    heads.put("IIRO\b\0\0\0", PictureFormat.RAW);
    heads.put("\0\0\0\fJXL \r\n\u0087\n", PictureFormat.JPEG_XL);
    heads.put("\u00ff\n\u00fa\u001f", PictureFormat.JPEG_XL);
    heads.put("\0\0\0\fjP  \r\n\u0087\n", PictureFormat.JPEG_2000);
    heads.put("8BPS\0\1", PictureFormat.PSD);
    heads.put("P6\n640 480\n255\n", PictureFormat.PNM);
    heads.put("P6 # made by hand\n", PictureFormat.PNM);
    heads.put("%PDF-1.7\n", PictureFormat.PDF);
    heads.put("PK\3\4\u0014\0", PictureFormat.ZIP);
    heads.put("\u001f\u008b\b\0", PictureFormat.GZIP);
    heads.put("\0\5\u0016\7\0\2\0\0Mac OS X", PictureFormat.APPLE_DOUBLE);
    heads.put("\0\0\0\0\0\0", PictureFormat.ZEROS);
    heads.put("version https://git-lfs.github.com/spec/v1\noid", PictureFormat.GIT_LFS);
    heads.put("<?xml version=\"1.0\"?>\n<svg width=\"9\"/>", PictureFormat.SVG);
    heads.put("  <svg xmlns='http://www.w3.org/2000/svg'>", PictureFormat.SVG);
    heads.put("<!-- saved --><HTML><head>", PictureFormat.HTML);
    heads.put("<?xml version=\"1.0\"?><note/>", PictureFormat.XML);
    heads.put("BM is how this text begins, and no more", PictureFormat.TEXT);
    heads.put("P5 is how this text begins", PictureFormat.TEXT);
    heads.put("\1\2\3\4", PictureFormat.UNKNOWN);

    heads.forEach((head, format) ->
        assertThat(PictureFormat.of(head.getBytes(ISO_8859_1))).as(head).isEqualTo(format));
  }

  @Test
  void text_is_text_in_any_script_and_cut_anywhere() {
    byte[] text = "Grüße, 你好, привет".getBytes(UTF_8);

    for (int length = 1; length <= text.length; length++) {
      assertThat(PictureFormat.of(java.util.Arrays.copyOf(text, length)))
          .as("%d bytes", length)
          .isEqualTo(PictureFormat.TEXT);
    }
  }
}
