package dev.semblance.mini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.PictureWriter;
import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A JPEG decoded at a reduced scale says the same to the model (`bin/bench ReducedDecode` measures
/// more of them).
class ReducedDecodeTest {
  private static final int PHOTOGRAPHS = 6;

  /// A shorter side so many times the model's, where an eighth leaves exactly three times the
  /// target.
  private static final int LEAST = 12;

  private final PictureDecoder decoder = new PictureDecoder();

  @Test
  @Tag("slow")
  void a_photograph_decoded_at_a_quarter_keeps_its_embedding() throws IOException {
    try (Model model = OnnxModels.open(new MiniModel().files(), OpenOptions.usual())) {
      var preprocessing = model.requireImage().preprocessing();
      DecodeBounds reduced = DecodeBounds.forPreprocessing(preprocessing);
      for (Pixels photograph : photographs()) {
        int shorter = Math.min(photograph.width(), photograph.height());
        double scale = (double) LEAST * preprocessing.resizeTo() / shorter;
        byte[] jpeg = enlarged(photograph, scale);

        Pixels whole = decoder.decode(jpeg, "whole", DecodeBounds.full()).pixels();
        Pixels smaller = decoder.decode(jpeg, "reduced", reduced).pixels();

        assertThat(whole.width() / smaller.width()).isBetween(3, 4);
        assertThat(
                model
                    .embed(new Input.Image(whole, "whole"))
                    .cosine(model.embed(new Input.Image(smaller, "reduced"))))
            .isGreaterThanOrEqualTo(0.995);
      }
    }
  }

  private static byte[] enlarged(Pixels photograph, double scale) {
    int width = (int) Math.ceil(scale * photograph.width());
    int height = (int) Math.ceil(scale * photograph.height());
    return PictureWriter.jpeg(Resizer.resize(photograph, width, height, ResizeFilter.LANCZOS), 90);
  }

  /// A tar's header holds the name from byte 0 and the size, in octal digits, from byte 124.
  private List<Pixels> photographs() throws IOException {
    Path tar = Path.of(System.getProperty("semblance.shared"), "training", "labels-b-00.tar");
    List<Pixels> result = new ArrayList<>();
    try (InputStream in = Files.newInputStream(tar)) {
      while (result.size() < PHOTOGRAPHS) {
        String header = new String(in.readNBytes(512), StandardCharsets.US_ASCII);
        int size = Integer.parseInt(header.substring(124, 135).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((512 - size % 512) % 512);
        if (header.substring(0, header.indexOf(0)).endsWith(".webp")) {
          result.add(decoder.decode(content, "photograph", DecodeBounds.full()).pixels());
        }
      }
    }
    return result;
  }
}
