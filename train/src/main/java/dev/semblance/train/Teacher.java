package dev.semblance.train;

import dev.semblance.eval.files.TarFiles;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessor;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.onnx.session.Tensor;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.TeacherNet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Asks a network trained by others what it sees in each picture, and keeps its answers. What was
/// answered before is not asked again, so it may be stopped at any time.
final class Teacher {
  private static final String FOLDER = "teachers";
  private static final String INPUT = "input";
  private static final String FEATURES = "features";
  private static final String SCORES = "scores";
  private static final int SIDE = 224;

  /// The network looks at the middle 87.5 % of the shorter side.
  private static final int RESIZE_TO = 256;

  private static final double MIDDLE = 128;
  private static final int TOGETHER = 16;
  private static final int TELL_EVERY = 5000;

  private final Path data;
  private final Path cache;
  private final PrintStream log;
  private final TeacherNet net;

  /// @param data the folder of tars, with the network in `teachers`
  /// @param cache where the answers are kept
  Teacher(Path data, Path cache, PrintStream log, TeacherNet net) {
    this.data = data;
    this.cache = cache;
    this.log = log;
    this.net = net;
  }

  /// Answers for every picture of the tars in their order, then for those of the store of drawings
  /// where there is one: as [dev.semblance.train.data.TrainingSet] numbers them.
  ///
  /// @param threads that look at pictures at the same time
  void answer(List<Path> tars, int threads) {
    FolderFiles files = new FolderFiles(data.resolve(FOLDER));
    try (TeacherAnswers.Writer writer = new TeacherAnswers.Writer(cache, net);
        Networks networks = new Networks(FOLDER, files, new Settings(1, cache, false));
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Network network = networks.network(net.file());
      Asking asking = new Asking(network, writer, workers, 2 * threads);
      for (Path tar : tars) {
        TarFiles.forEach(tar, (name, content) -> asking.take(() -> decoded(name, content)));
      }
      if (PictureStore.exists(cache, MiniData.DRAWINGS)) {
        try (PictureStore drawings = PictureStore.open(cache, MiniData.DRAWINGS)) {
          for (int i = 0; i < drawings.size(); i++) {
            int picture = i;
            asking.take(() -> stored(drawings, picture));
          }
          asking.end();
        }
      }
      asking.end();
    }
  }

  /// The highest probability of each name among some pictures.
  ///
  /// @param pictures files
  /// @param threads that look at pictures at the same time
  /// @return a number for each of the [TeacherAnswers#NAMES] names, the background left out
  float[] highest(List<Path> pictures, int threads) {
    FolderFiles files = new FolderFiles(data.resolve(FOLDER));
    float[] highest = new float[TeacherAnswers.NAMES];
    try (Networks networks = new Networks(FOLDER, files, new Settings(1, cache, false));
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Network network = networks.network(net.file());
      List<Future<Answer>> answers = new ArrayList<>();
      for (int from = 0; from < pictures.size(); from += TOGETHER) {
        List<Supplier<Pixels>> batch =
            pictures.subList(from, Math.min(pictures.size(), from + TOGETHER)).stream()
                .map(file -> (Supplier<Pixels>) () -> decoded(file))
                .toList();
        answers.add(workers.submit(() -> ask(network, batch)));
      }
      for (Future<Answer> answer : answers) {
        float[] scores = await(answer).scores();
        for (int i = 0; i < scores.length; i++) {
          int name = i % (TeacherAnswers.NAMES + 1) - 1;
          if (name >= 0) {
            highest[name] = Math.max(highest[name], scores[i]);
          }
        }
      }
    }
    return highest;
  }

  private static Pixels decoded(Path file) {
    try {
      return decoded(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static Pixels decoded(String name, byte[] content) {
    return new PictureDecoder().decode(content, name, DecodeBounds.full()).pixels();
  }

  private static Pixels stored(PictureStore store, int picture) {
    byte[] rgb = new byte[PictureStore.PICTURE_BYTES];
    store.read(picture, ByteBuffer.wrap(rgb));
    return new Pixels(PictureStore.SIDE, PictureStore.SIDE, 3, rgb);
  }

  /// Pictures gathered into batches, with some batches under way; answers are kept in order.
  private final class Asking {
    private final Network network;
    private final TeacherAnswers.Writer writer;
    private final ExecutorService workers;
    private final int mostUnderWay;
    private final Deque<Future<Answer>> underWay = new ArrayDeque<>();
    private List<Supplier<Pixels>> gathered = new ArrayList<>();
    private int passed;

    Asking(Network network, TeacherAnswers.Writer writer, ExecutorService workers, int most) {
      this.network = network;
      this.writer = writer;
      this.workers = workers;
      this.mostUnderWay = most;
    }

    void take(Supplier<Pixels> picture) {
      if (passed++ < writer.kept()) {
        return;
      }
      gathered.add(picture);
      if (gathered.size() == TOGETHER) {
        send();
      }
    }

    private void send() {
      List<Supplier<Pixels>> batch = gathered;
      gathered = new ArrayList<>();
      underWay.add(workers.submit(() -> ask(network, batch)));
      if (underWay.size() >= mostUnderWay) {
        keep(underWay.remove());
      }
    }

    void end() {
      if (!gathered.isEmpty()) {
        send();
      }
      while (!underWay.isEmpty()) {
        keep(underWay.remove());
      }
    }

    private void keep(Future<Answer> future) {
      Answer answer = await(future);
      int before = writer.rows();
      writer.add(answer.features(), answer.scores());
      if (before / TELL_EVERY != writer.rows() / TELL_EVERY) {
        log.println(net.file() + ": " + writer.rows() + " answers");
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // on its way from a thread to a file, never compared
  private record Answer(float[] features, float[] scores) {}

  private static Answer await(Future<Answer> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the teacher answered", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the teacher cannot answer: " + e.getCause(), e);
    }
  }

  private Answer ask(Network network, List<Supplier<Pixels>> pictures) {
    Preprocessor preprocessor = new Preprocessor(preprocessing());
    try (Batch batch = new Batch()) {
      var input =
          batch.add(INPUT, ElementType.FLOAT, pictures.size(), 3, SIDE, SIDE).asFloatBuffer();
      for (int i = 0; i < pictures.size(); i++) {
        preprocessor.write(pictures.get(i).get(), input, i * preprocessor.length());
      }
      Map<String, Tensor> said = network.run(batch, Set.of(FEATURES, SCORES));
      return new Answer(wanted(said, FEATURES), wanted(said, SCORES));
    }
  }

  private float[] wanted(Map<String, Tensor> said, String name) {
    Tensor tensor = said.get(name);
    if (tensor == null) {
      throw new IllegalStateException(net.file() + ": has no output " + name);
    }
    return tensor.values();
  }

  /// `(pixel - 128) * scale` of the middle.
  private Preprocessing preprocessing() {
    return new Preprocessing(
        Preprocessing.Fit.SHORTEST_AND_CROP,
        SIDE,
        SIDE,
        RESIZE_TO,
        ResizeFilter.BILINEAR,
        Preprocessing.CropRounding.DOWN,
        Preprocessing.Alpha.OVER_WHITE,
        0,
        net.scale(),
        Collections.nCopies(3, MIDDLE * net.scale()),
        Collections.nCopies(3, 1.0));
  }
}
