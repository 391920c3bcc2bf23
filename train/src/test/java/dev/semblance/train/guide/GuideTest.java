package dev.semblance.train.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.train.data.Group;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.TeacherNet;
import dev.semblance.train.data.TextBook;
import dev.semblance.train.data.TextRow;
import dev.semblance.train.data.TrainingSet;
import dev.semblance.train.data.VectorFile;
import dev.semblance.train.net.StateFile;
import dev.semblance.train.net.Tensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of some kinds: teachers see the kind and much noise, texts tell the kind.
class GuideTest {
  private static final int KINDS = 24;
  private static final int TAUGHT = 8;
  private static final int HELD_OUT = 3;
  private static final int WIDTH = 16;
  private static final int STEPS = 150;
  private static final Map<Group, Integer> MIX = Map.of(Group.FLICKR, 48);

  @TempDir Path folder;
  private final List<String> names = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void make() {
    Random random = new Random(5);
    float[][] kinds = vectors(random, KINDS, TeacherAnswers.FEATURES);
    try (PictureStore.Writer pictures = new PictureStore.Writer(folder, "all");
        TeacherAnswers.Writer first = new TeacherAnswers.Writer(folder, TeacherNet.EDGE_TPU);
        TeacherAnswers.Writer second = new TeacherAnswers.Writer(folder, TeacherNet.V2)) {
      for (int kind = 0; kind < KINDS; kind++) {
        for (String name : names(kind)) {
          names.add(name);
          pictures.add(name, new byte[PictureStore.PICTURE_BYTES]);
          first.add(noisy(kinds[kind], random), scores(kind));
          second.add(noisy(kinds[kind], random), scores(kind));
        }
      }
      pictures.complete();
    }
    float[] texts = new float[KINDS * WIDTH];
    float[][] words = vectors(random, KINDS, WIDTH);
    for (int kind = 0; kind < KINDS; kind++) {
      System.arraycopy(words[kind], 0, texts, kind * WIDTH, WIDTH);
      said.add("one of kind " + kind);
    }
    VectorFile.writeHalves(folder.resolve("texts.f16"), texts);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  @Tag("slow")
  void pictures_it_was_not_taught_are_found_by_their_texts_unless_texts_were_dealt_out_anew() {
    double real = recall(false);
    double shuffled = recall(true);

    // Chance is 10 of 72.
    assertThat(real).as("%.2f against %.2f shuffled", real, shuffled).isGreaterThan(0.6);
    assertThat(shuffled).isLessThan(0.35);
  }

  @Test
  void places_are_unit_vectors_and_the_text_head_is_kept_for_the_net_that_follows() {
    Path kept = folder.resolve("guide.safetensors");
    try (Guide guide = new Guide(teaching(false), MIX, 32, 3)) {
      guide.learn(3, _ -> {});
      float[] places = guide.embeddings(IntStream.range(0, names.size()).toArray());
      float[] again = guide.embeddings(new int[] {1});
      guide.save(kept, 3);

      assertThat(places).hasSize(names.size() * WIDTH);
      assertThat(Arrays.copyOfRange(places, WIDTH, 2 * WIDTH))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(again);
      double length = 0;
      for (float value : again) {
        length += value * value;
      }
      assertThat(length).isCloseTo(1, within(1e-4));
    }
    try (PointerScope _ = new PointerScope()) {
      Tensor linear = torch.zeros(WIDTH, WIDTH);
      Tensor scale = torch.zeros(1);
      long steps = StateFile.read(kept, Map.of("text.linear.weight", linear, Guide.SCALE, scale));

      assertThat(steps).isEqualTo(3);
      assertThat(Tensors.toFloats(linear)[0]).isCloseTo(1, within(0.1f));
      assertThat(Math.exp(Tensors.toFloats(scale)[0])).isBetween(10.0, 20.0);
    }
  }

  private double recall(boolean shuffled) {
    try (Guide guide = new Guide(teaching(shuffled), MIX, 32, 3)) {
      guide.learn(STEPS, _ -> {});
      return guide.recall();
    }
  }

  private Teaching teaching(boolean shuffled) {
    Random random = new Random(8);
    List<TextRow> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean heldOut = Group.FLICKR.holdsOut(names.get(i));
      int kind = shuffled && !heldOut ? random.nextInt(KINDS) : i / (TAUGHT + HELD_OUT);
      rows.add(new TextRow(names.get(i), "flickr8k", "caption", said.get(kind)));
    }
    PictureStore store = opened(PictureStore.open(folder, "all"));
    VectorFile texts = opened(new VectorFile(folder.resolve("texts.f16"), WIDTH));
    List<TeacherAnswers> teachers =
        List.of(
            opened(TeacherAnswers.open(folder, TeacherNet.EDGE_TPU)),
            opened(TeacherAnswers.open(folder, TeacherNet.V2)));
    // All names lie together, so that they teach nothing: what is measured comes from captions.
    float[] nameVectors = new float[TeacherAnswers.NAMES * WIDTH];
    for (int name = 0; name < TeacherAnswers.NAMES; name++) {
      nameVectors[name * WIDTH] = 1;
    }
    TrainingSet set = new TrainingSet(List.of(store), rows, TextBook.of(said));
    return new Teaching(set, texts, teachers, nameVectors);
  }

  private <T extends AutoCloseable> T opened(T file) {
    open.add(file);
    return file;
  }

  /// Names of pictures of a kind, so many that are taught and so many that are held out.
  private static List<String> names(int kind) {
    List<String> taught = new ArrayList<>();
    List<String> heldOut = new ArrayList<>();
    for (int i = 0; taught.size() < TAUGHT || heldOut.size() < HELD_OUT; i++) {
      String name = "flickr8k/" + kind + "-" + i + ".webp";
      boolean holdsOut = Group.FLICKR.holdsOut(name);
      List<String> list = holdsOut ? heldOut : taught;
      if (list.size() < (holdsOut ? HELD_OUT : TAUGHT)) {
        list.add(name);
      }
    }
    taught.addAll(heldOut);
    return taught;
  }

  private static float[][] vectors(Random random, int count, int width) {
    float[][] vectors = new float[count][width];
    for (float[] vector : vectors) {
      double squares = 0;
      for (int i = 0; i < width; i++) {
        vector[i] = (float) random.nextGaussian();
        squares += vector[i] * vector[i];
      }
      for (int i = 0; i < width; i++) {
        vector[i] /= (float) Math.sqrt(squares);
      }
    }
    return vectors;
  }

  private static float[] noisy(float[] kind, Random random) {
    float[] features = new float[kind.length];
    for (int i = 0; i < kind.length; i++) {
      features[i] = 10 * kind[i] + (float) random.nextGaussian();
    }
    return features;
  }

  private static float[] scores(int kind) {
    float[] scores = new float[TeacherAnswers.NAMES + 1];
    scores[kind + 1] = 1;
    return scores;
  }
}
