package dev.semblance.bench;

import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.index.FlatIndex;
import dev.semblance.library.IndexReport;
import dev.semblance.library.Library;
import dev.semblance.model.Encoder.Prepared;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether indexing keeps all cores busy: pictures of 12 megapixels decoded alone on all cores,
/// encoded alone, and indexed as a whole, in turns in one run.
///
/// Were nothing ever waiting, indexing would take the sum of the other two. The ratio of that sum
/// to what it took is printed, each round and the median.
///
/// Arguments: a model's folder, how many pictures, how many rounds.
public final class IndexingRatio {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  private IndexingRatio() {}

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    Path modelFolder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Path folder = Files.createTempDirectory("semblance-bench");
    try (Model model = OnnxModels.open(modelFolder, OpenOptions.usual())) {
      List<Path> pictures = photographs(folder, count);
      System.out.println(count + " pictures of 12 megapixels, " + model.space().describe());
      round(model, folder, pictures.subList(0, Math.min(16, count)));
      double[] ratios = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        ratios[i] = round(model, folder, pictures);
      }
      Arrays.sort(ratios);
      System.out.printf(Locale.ROOT, "median ratio %.3f%n", ratios[rounds / 2]);
    } finally {
      delete(folder);
    }
  }

  private static double round(Model model, Path folder, List<Path> pictures) {
    ImageEncoder encoder = model.requireImage();
    long start = System.nanoTime();
    List<Prepared> prepared = decode(encoder, pictures);
    double decoding = seconds(start);
    start = System.nanoTime();
    for (int from = 0; from < prepared.size(); from += encoder.batchSize()) {
      encoder.encode(prepared.subList(from, Math.min(prepared.size(), from + encoder.batchSize())));
    }
    double encoding = seconds(start);
    start = System.nanoTime();
    long indexed = index(model, folder, pictures);
    double whole = seconds(start);
    double ratio = (decoding + encoding) / whole;
    System.out.printf(
        Locale.ROOT,
        "decode %.1f/s, encode %.1f/s, index %.1f/s, ratio %.3f (%d indexed)%n",
        pictures.size() / decoding,
        pictures.size() / encoding,
        pictures.size() / whole,
        ratio,
        indexed);
    return ratio;
  }

  private static List<Prepared> decode(ImageEncoder encoder, List<Path> pictures) {
    PictureDecoder decoder = new PictureDecoder();
    DecodeBounds bounds = DecodeBounds.forPreprocessing(encoder.preprocessing());
    return pictures.parallelStream()
        .map(path ->
            encoder.prepare(
                new Input.Image(decoder.decode(path, bounds).pixels(), path.toString())))
        .toList();
  }

  private static long index(Model model, Path folder, List<Path> pictures) {
    try (FlatIndex index = new FlatIndex(model.space());
        Library library = Library.of(index, model)) {
      IndexReport report =
          library.index(pictures.size() < 17 ? pictures.toArray(Path[]::new) : new Path[] {folder});
      return report.embedded();
    }
  }

  /// Distinct files of few distinct pictures: each has a comment of its own behind its first
  /// marker, so that none is taken for a copy.
  private static List<Path> photographs(Path folder, int count) throws IOException {
    List<Drawing> drawings = Gallery.training(20261124L, 8);
    List<byte[]> files = drawings.parallelStream().map(d -> d.jpeg(WIDTH, HEIGHT)).toList();
    List<Path> paths = new ArrayList<>();
    for (int i : IntStream.range(0, count).toArray()) {
      Path path = folder.resolve(String.format(Locale.ROOT, "%05d.jpg", i));
      Files.write(path, commented(files.get(i % files.size()), i));
      paths.add(path);
    }
    return paths;
  }

  private static byte[] commented(byte[] jpeg, int number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 8);
    out.write(jpeg, 0, 2);
    out.writeBytes(
        ByteBuffer.allocate(8).putShort((short) 0xFFFE).putShort((short) 6).putInt(number).array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
