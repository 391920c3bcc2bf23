package dev.semblance.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.semblance.gallery.Gallery;
import dev.semblance.hub.ModelStore;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.PictureWriter;
import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What decoding JPEGs at a reduced scale costs: the cosine between the embeddings of a picture
/// decoded whole and decoded smaller.
///
/// Photographs are small ones scaled up, so their finest detail is soft; drawings are painted at
/// their size, with sharp edges. Both are made twice: of 12 megapixels, and of a shorter side of 16
/// times the model's, where a JPEG reduced by 8 has exactly twice the target left, the least that
/// is allowed. Prints the least and the mean cosine of each kind.
///
/// Arguments: a model's name or folder, a tar of photographs, how many pictures of each kind.
public final class ReducedDecode {
  private static final double MEGAPIXELS = 12e6;
  private static final int LEAST = 16;
  private static final int QUALITY = 90;
  private static final long SEED = 20261124;

  private final Model model;
  private final PictureDecoder decoder = new PictureDecoder();
  private final DecodeBounds reduced;
  private final int target;

  private ReducedDecode(Model model) {
    this.model = model;
    this.reduced = DecodeBounds.forPreprocessing(model.requireImage().preprocessing());
    this.target = model.requireImage().preprocessing().resizeTo();
  }

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[2]);
    try (Model model = ModelStore.ofUser().open(arguments[0], OpenOptions.usual())) {
      System.out.println(model.space().describe());
      new ReducedDecode(model).run(Path.of(arguments[1]), count);
    }
  }

  private void run(Path tar, int count) throws IOException {
    Loss large = new Loss("photographs scaled up to 12 megapixels");
    Loss least = new Loss("photographs scaled up to 16 times the target");
    for (Pixels photograph : photographs(tar, count)) {
      double ratio = (double) photograph.width() / photograph.height();
      int height = (int) Math.sqrt(MEGAPIXELS / ratio);
      measure(jpeg(photograph, (double) height / photograph.height()), large);
      int shorter = Math.min(photograph.width(), photograph.height());
      measure(jpeg(photograph, (double) LEAST * target / shorter), least);
    }
    large.print();
    least.print();
    Loss drawn = new Loss("drawings of 12 megapixels");
    Loss drawnLeast = new Loss("drawings of 16 times the target");
    for (var drawing : Gallery.training(SEED, count)) {
      measure(drawing.jpeg(4000, 3000), drawn);
      measure(drawing.jpeg(LEAST * target * 4 / 3, LEAST * target), drawnLeast);
    }
    drawn.print();
    drawnLeast.print();
  }

  private static byte[] jpeg(Pixels photograph, double scale) {
    int width = (int) Math.ceil(scale * photograph.width());
    int height = (int) Math.ceil(scale * photograph.height());
    return PictureWriter.jpeg(
        Resizer.resize(photograph, width, height, ResizeFilter.LANCZOS), QUALITY);
  }

  private void measure(byte[] jpeg, Loss loss) {
    Pixels whole = decoder.decode(jpeg, "whole", DecodeBounds.full()).pixels();
    Pixels smaller = decoder.decode(jpeg, "reduced", reduced).pixels();
    loss.add(
        embedded(whole).cosine(embedded(smaller)),
        Math.round((double) whole.width() / smaller.width()));
  }

  private Embedding embedded(Pixels pixels) {
    return model.embed(new Input.Image(pixels, "measured"));
  }

  private List<Pixels> photographs(Path tar, int count) throws IOException {
    List<Pixels> result = new ArrayList<>();
    try (InputStream in = Files.newInputStream(tar)) {
      while (result.size() < count) {
        String header = new String(in.readNBytes(512), US_ASCII);
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

  /// Cosines, gathered.
  private static final class Loss {
    private final String kind;
    private int pictures;
    private double least = 1;
    private double sum;
    private long reduction;

    Loss(String kind) {
      this.kind = kind;
    }

    void add(double cosine, long reducedBy) {
      pictures++;
      least = Math.min(least, cosine);
      sum += cosine;
      reduction = Math.max(reduction, reducedBy);
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "%d %s, reduced by up to %d: cosine at least %.5f, mean %.5f%n",
          pictures,
          kind,
          reduction,
          least,
          sum / pictures);
    }
  }
}
