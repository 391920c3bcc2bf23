package dev.semblance.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.semblance.gallery.Drawing;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What decoding JPEGs at a reduced scale costs: the cosine between the embeddings of a picture
/// decoded whole and decoded smaller.
///
/// Photographs are small ones scaled up, so their finest detail is soft; drawings are painted at
/// their size, with sharp edges; [FinePattern]s have as much fine detail as pixels can hold. Each
/// is made of a shorter side of 6, 12 and 48 times the model's, where a JPEG reduced by 2, 4 and 8
/// has the least left that is allowed, unless that were over 40 megapixels; and of 12 megapixels.
/// Prints the least and the mean cosine of each kind and size, then the least of all; and for
/// comparison the mean cosine of each picture to the next, since a model that tells nothing apart
/// would lose nothing.
///
/// Arguments: a model's name or folder, a tar of photographs, how many pictures of each kind, and
/// which variant of the model runs (`auto` unless said).
public final class ReducedDecode {
  private static final double MEGAPIXELS = 12e6;
  private static final double MOST_PIXELS = 40e6;
  private static final int[] SHORTER_SIDES = {6, 12, 48};
  private static final int QUALITY = 90;
  private static final long SEED = 20261124;

  private final Model model;
  private final PictureDecoder decoder = new PictureDecoder();
  private final DecodeBounds reduced;
  private final int target;
  private double least = 1;

  private ReducedDecode(Model model) {
    this.model = model;
    this.reduced = DecodeBounds.forPreprocessing(model.requireImage().preprocessing());
    this.target = model.requireImage().preprocessing().resizeTo();
  }

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[2]);
    String variant = arguments.length > 3 ? arguments[3] : OpenOptions.AUTO;
    OpenOptions options = OpenOptions.usual().withVariant(variant);
    try (Model model = ModelStore.ofUser().open(arguments[0], options)) {
      System.out.println(model.space().describe());
      new ReducedDecode(model).run(Path.of(arguments[1]), count);
    }
  }

  /// A picture that can be had in any size.
  private interface Picture {
    double ratio();

    byte[] jpeg(int width, int height);
  }

  private record Photograph(Pixels pixels) implements Picture {
    @Override
    public double ratio() {
      return (double) pixels.width() / pixels.height();
    }

    @Override
    public byte[] jpeg(int width, int height) {
      return PictureWriter.jpeg(
          Resizer.resize(pixels, width, height, ResizeFilter.LANCZOS), QUALITY);
    }
  }

  private record Drawn(Drawing drawing) implements Picture {
    @Override
    public double ratio() {
      return 4.0 / 3;
    }

    @Override
    public byte[] jpeg(int width, int height) {
      return drawing.jpeg(width, height);
    }
  }

  private record Pattern(FinePattern pattern, long seed) implements Picture {
    @Override
    public double ratio() {
      return 4.0 / 3;
    }

    @Override
    public byte[] jpeg(int width, int height) {
      return PictureWriter.jpeg(pattern.pixels(width, height, seed), QUALITY);
    }
  }

  private void run(Path tar, int count) throws IOException {
    measure("photographs", photographs(tar, count));
    measure("drawings", Gallery.training(SEED, count).stream().map(Drawn::new).toList());
    for (FinePattern pattern : FinePattern.values()) {
      List<Pattern> few = List.of(new Pattern(pattern, SEED), new Pattern(pattern, SEED + 1));
      measure(pattern.name().toLowerCase(Locale.ROOT), few);
    }
    System.out.printf(Locale.ROOT, "least of all %.5f%n", least);
  }

  private void measure(String kind, List<? extends Picture> pictures) {
    for (int multiple : SHORTER_SIDES) {
      if (MOST_PIXELS < 4.0 / 3 * multiple * target * multiple * target) {
        continue;
      }
      Loss loss = new Loss(kind + " of " + multiple + " times the target");
      for (Picture picture : pictures) {
        measure(picture, multiple * target, loss);
      }
      least = Math.min(least, loss.print());
    }
    Loss loss = new Loss(kind + " of 12 megapixels");
    for (Picture picture : pictures) {
      double longer = Math.max(picture.ratio(), 1 / picture.ratio());
      measure(picture, (int) Math.sqrt(MEGAPIXELS / longer), loss);
    }
    least = Math.min(least, loss.print());
  }

  private void measure(Picture picture, int shorter, Loss loss) {
    int width = (int) Math.ceil(shorter * Math.max(1, picture.ratio()));
    int height = (int) Math.ceil(shorter * Math.max(1, 1 / picture.ratio()));
    byte[] jpeg = picture.jpeg(width, height);
    Pixels whole = decoder.decode(jpeg, "whole", DecodeBounds.full()).pixels();
    Pixels smaller = decoder.decode(jpeg, "reduced", reduced).pixels();
    loss.add(
        embedded(whole), embedded(smaller), Math.round((double) whole.width() / smaller.width()));
  }

  private Embedding embedded(Pixels pixels) {
    return model.embed(new Input.Image(pixels, "measured"));
  }

  private List<Photograph> photographs(Path tar, int count) throws IOException {
    List<Photograph> result = new ArrayList<>();
    try (InputStream in = Files.newInputStream(tar)) {
      while (result.size() < count) {
        String header = new String(in.readNBytes(512), US_ASCII);
        int size = Integer.parseInt(header.substring(124, 135).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((512 - size % 512) % 512);
        if (header.substring(0, header.indexOf(0)).endsWith(".webp")) {
          Pixels pixels = decoder.decode(content, "photograph", DecodeBounds.full()).pixels();
          result.add(new Photograph(pixels));
        }
      }
    }
    return result;
  }

  /// Cosines, gathered.
  private static final class Loss {
    private final String kind;
    private final List<Embedding> wholes = new ArrayList<>();
    private final List<Double> cosines = new ArrayList<>();
    private long reduction;

    Loss(String kind) {
      this.kind = kind;
    }

    void add(Embedding whole, Embedding smaller, long reducedBy) {
      wholes.add(whole);
      cosines.add(whole.cosine(smaller));
      reduction = Math.max(reduction, reducedBy);
    }

    double print() {
      double smallest = Collections.min(cosines);
      System.out.printf(
          Locale.ROOT,
          "%d %s, reduced by up to %d: cosine at least %.5f, mean %.5f; to the next picture %.5f%n",
          cosines.size(),
          kind,
          reduction,
          smallest,
          cosines.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
          toTheNext());
      return smallest;
    }

    private double toTheNext() {
      return IntStream.range(1, wholes.size())
          .mapToDouble(i -> wholes.get(i).cosine(wholes.get(i - 1)))
          .average()
          .orElse(1);
    }
  }
}
