package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.eval.files.TarFiles;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.train.data.TextRow;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Views;
import dev.semblance.train.run.Settings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real pictures of eight kinds and their names: after some steps, names must find held-out
/// pictures of their kind better than a net trained on the same pictures with the names dealt out
/// anew, which can learn no more than chance.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BothLossesTest {
  private static final long SEED = 12;
  private static final List<String> KINDS =
      List.of("sunflower", "daisy", "motorcycle", "car", "bathroom", "kitchen", "forest", "sea");
  private static final int LEARNT = 60;
  private static final int HELD_OUT = 12;
  private static final int SIDE = 32;
  private static final int BATCH = 64;
  private static final int STEPS = 50;
  private static final NetShape SMALL =
      new NetShape(16, List.of(24, 48), List.of(1, 1), 96, 384, 4);

  private final byte[][][] pictures = new byte[KINDS.size()][LEARNT + HELD_OUT][];
  private float[][] names;

  @BeforeAll
  void read() {
    Path training = Path.of(System.getProperty("semblance.shared"), "training");
    Map<String, Integer> kinds = new HashMap<>();
    for (String table : List.of("labels-a.tsv", "labels-b.tsv")) {
      for (TextRow row : TextRow.read(training.resolve(table))) {
        int kind = KINDS.indexOf(row.text());
        if (kind >= 0 && row.kind().equals("label")) {
          kinds.put(row.file(), kind);
        }
      }
    }
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    PictureDecoder decoder = new PictureDecoder();
    for (Path tar : MiniData.listed(training, ".tar")) {
      if (!tar.getFileName().toString().startsWith("labels")) {
        continue;
      }
      TarFiles.forEach(
          tar,
          (name, content) -> {
            Integer kind = kinds.get(name);
            int count = kind == null ? 0 : counts.getOrDefault(kind, 0);
            if (kind != null && count < LEARNT + HELD_OUT) {
              Pixels pixels = decoder.decode(content, name, DecodeBounds.full()).pixels();
              pictures[kind][count] =
                  Colours.rgb(Resizer.resize(pixels, SIDE, SIDE, ResizeFilter.BILINEAR));
              counts.put(kind, count + 1);
            }
          });
    }
    assertThat(counts).hasSize(KINDS.size());
    assertThat(counts.values()).allMatch(count -> count == LEARNT + HELD_OUT);
    try (Model model = TextVectors.open()) {
      names =
          model.requireText().embed(KINDS.stream().map(Input.Text::new).toList()).stream()
              .map(vector -> vector.toArray())
              .toArray(float[][]::new);
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_find_their_pictures_better_than_after_shuffled_training(Settings.Pairs pairs) {
    double real = meanPrecision(pairs, false);
    double shuffled = meanPrecision(pairs, true);

    // Chance is one in eight.
    assertThat(real)
        .as("seed %d, %s: %.3f against %.3f shuffled", SEED, pairs, real, shuffled)
        .isGreaterThan(shuffled + 0.15)
        .isGreaterThan(0.35);
  }

  /// Of the pictures that a name finds first, the share that is of its kind.
  private double meanPrecision(Settings.Pairs pairs, boolean shuffle) {
    Settings settings =
        new Settings(
            SEED,
            STEPS,
            Map.of(),
            Settings.mini(STEPS).sides(),
            new Settings.Goals(pairs, 0.99, 0.99, 0, 0),
            new Settings.Optimising(5, 0.05, 3e-3, 0.05, 1, 0, 1),
            new Settings.Machine(false, 1),
            new Settings.Keeping(STEPS, STEPS, 0));
    Random random = new Random(SEED);
    int[] kindOf = IntStream.range(0, KINDS.size() * LEARNT).map(i -> i / LEARNT).toArray();
    if (shuffle) {
      for (int i = kindOf.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kind = kindOf[i];
        kindOf[i] = kindOf[other];
        kindOf[other] = kind;
      }
    }
    try (Learner learner = new Learner(settings, SMALL)) {
      for (long step = 0; step < STEPS; step++) {
        int[] chosen = random.ints(BATCH, 0, kindOf.length).toArray();
        try (PointerScope _ = new PointerScope()) {
          learner.learn(step, example(chosen, kindOf));
        }
      }
      return precision(learner);
    }
  }

  private Learner.Example example(int[] chosen, int[] kindOf) {
    byte[][] shown = new byte[chosen.length][];
    float[] texts = new float[chosen.length * 384];
    for (int i = 0; i < chosen.length; i++) {
      shown[i] = pictures[chosen[i] / LEARNT][chosen[i] % LEARNT];
      System.arraycopy(names[kindOf[chosen[i]]], 0, texts, i * 384, 384);
    }
    int n = chosen.length;
    float[] limits = new float[n * n];
    Arrays.fill(limits, 0.99f);
    Tensor none = Tensors.floats(new float[] {0}, 1);
    return new Learner.Example(
        pixels(shown),
        Tensors.floats(texts, n, 384),
        Tensors.floats(limits, n, n),
        new Learner.Answers(none, none, none, none),
        Optional.empty());
  }

  private double precision(Learner learner) {
    int n = KINDS.size() * HELD_OUT;
    byte[][] held = new byte[n][];
    for (int i = 0; i < n; i++) {
      held[i] = pictures[i / HELD_OUT][LEARNT + i % HELD_OUT];
    }
    try (PointerScope _ = new PointerScope()) {
      float[] images = Tensors.toFloats(learner.embedImages(pixels(held)));
      float[] flat = new float[KINDS.size() * 384];
      for (int i = 0; i < KINDS.size(); i++) {
        System.arraycopy(names[i], 0, flat, i * 384, 384);
      }
      float[] texts = Tensors.toFloats(learner.embedTexts(Tensors.floats(flat, KINDS.size(), 384)));
      double found = 0;
      for (int kind = 0; kind < KINDS.size(); kind++) {
        int own = kind;
        found +=
            IntStream.range(0, n)
                .boxed()
                .sorted(
                    (a, b) -> Float.compare(dot(images, b, texts, own), dot(images, a, texts, own)))
                .limit(HELD_OUT)
                .filter(picture -> picture / HELD_OUT == own)
                .count();
      }
      return found / n;
    }
  }

  private static float dot(float[] a, int row, float[] b, int other) {
    float sum = 0;
    for (int i = 0; i < 384; i++) {
      sum += a[row * 384 + i] * b[other * 384 + i];
    }
    return sum;
  }

  private static Tensor pixels(byte[][] shown) {
    Tensor bytes = Tensors.emptyBytes(shown.length, SIDE, SIDE, 3);
    ByteBuffer memory = Tensors.bytes(bytes);
    Arrays.stream(shown).forEach(memory::put);
    return Views.whole(bytes, SIDE);
  }
}
