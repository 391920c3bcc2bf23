package dev.semblance.bench;

import dev.semblance.eval.files.TarFiles;
import dev.semblance.hub.ModelStore;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Preprocessing;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How quick a model is with small pictures and short texts: how long it takes to open, how many
/// pictures it embeds in a second when they are decoded before and when they are decoded on the
/// way, and how long one text takes.
///
/// Arguments: a model's name or folder, a tar of small pictures, how many rounds. All of the
/// machine's cores are used.
public final class SmallPictures {
  private static final int PICTURES = 256;
  private static final int TOGETHER = 16;
  private static final int TEXTS = 100;

  private SmallPictures() {}

  @SuppressWarnings("ArrayRecordComponent") // on its way to the decoder, never compared
  private record File(String name, byte[] content) {}

  /// Runs it.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int rounds = Integer.parseInt(arguments[2]);
    List<File> files = files(Path.of(arguments[1]));
    double[] opened = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      open(arguments[0]).close();
      opened[round] = milliseconds(start);
    }
    System.out.printf(
        Locale.ROOT,
        "opened in %.0f ms the first time, %.0f ms in the median of %d%n",
        opened[0],
        median(opened),
        rounds);
    try (Model model = open(arguments[0])) {
      Preprocessing rule = model.requireImage().preprocessing();
      System.out.println(
          model.space().describe() + ", " + rule.width() + " x " + rule.height() + " pixels");
      pictures(model, files, rounds);
      texts(model, rounds);
    }
  }

  private static Model open(String name) {
    return ModelStore.ofUser().open(name, OpenOptions.usual());
  }

  private static List<File> files(Path tar) throws IOException {
    List<File> files = new ArrayList<>();
    TarFiles.forEach(
        tar,
        (name, content) -> {
          if (files.size() < PICTURES) {
            files.add(new File(name, content));
          }
        });
    return files;
  }

  private static Input.Image decoded(PictureDecoder decoder, File file) {
    return new Input.Image(
        decoder.decode(file.content(), file.name(), DecodeBounds.full()).pixels(), file.name());
  }

  private static void pictures(Model model, List<File> files, int rounds)
      throws InterruptedException, ExecutionException {
    PictureDecoder decoder = new PictureDecoder();
    List<Input.Image> before = files.stream().map(file -> decoded(decoder, file)).toList();
    double[] embedded = new double[rounds];
    double[] decodedToo = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      inParts(before, model.requireImage()::embed);
      embedded[round] = files.size() / (milliseconds(start) / 1000);
      start = System.nanoTime();
      inParts(
          files,
          part ->
              model
                  .requireImage()
                  .embed(part.stream().map(file -> decoded(decoder, file)).toList()));
      decodedToo[round] = files.size() / (milliseconds(start) / 1000);
    }
    System.out.printf(
        Locale.ROOT,
        "%d pictures: %.0f a second decoded before, %.0f decoded on the way; medians of %d%n",
        files.size(),
        median(embedded),
        median(decodedToo),
        rounds);
  }

  private interface Work<T> {
    Object on(List<T> part);
  }

  /// Parts beside each other on all cores, as indexing does it.
  private static <T> void inParts(List<T> all, Work<T> work)
      throws InterruptedException, ExecutionException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<Future<Object>> parts = new ArrayList<>();
      for (int from = 0; from < all.size(); from += TOGETHER) {
        List<T> part = all.subList(from, Math.min(all.size(), from + TOGETHER));
        parts.add(workers.submit(() -> work.on(part)));
      }
      for (Future<Object> part : parts) {
        part.get();
      }
    }
  }

  private static void texts(Model model, int rounds) {
    double[] each = new double[rounds * TEXTS];
    for (int i = 0; i < each.length; i++) {
      Input text = new Input.Text("a golden retriever on a beach, number " + i);
      long start = System.nanoTime();
      model.embed(text);
      each[i] = milliseconds(start);
    }
    System.out.printf(
        Locale.ROOT, "a text in %.1f ms in the median of %d%n", median(each), each.length);
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
