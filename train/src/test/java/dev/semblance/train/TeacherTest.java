package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.eval.files.TarFiles;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.TeacherNet;
import dev.semblance.train.data.TextRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real teachers, asked about pictures of the set that measures, whose names are known.
@Tag("slow")
class TeacherTest {
  private static final int PICTURES = 60;

  private final Path training = Path.of(System.getProperty("semblance.shared"), "training");
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @TempDir Path cache;

  @ParameterizedTest
  @EnumSource
  void names_what_is_on_drawings_that_are_photographs_in_truth(TeacherNet net) {
    List<Integer> names = storeOfKnown();

    teacher(net).answer(List.of(), 2);

    try (TeacherAnswers answers = TeacherAnswers.open(cache, net)) {
      int right = 0;
      for (int i = 0; i < PICTURES; i++) {
        float[] said = answers.names(new int[] {i});
        if (place(said, names.get(i)) < 5) {
          right++;
        }
      }
      // They are known to be right for more than nine in ten; these are squashed to 128 pixels.
      assertThat(right).as("of %d", PICTURES).isGreaterThan(PICTURES * 6 / 10);
      assertThat(answers.known(new int[] {0, PICTURES})).containsExactly(1, 0);
    }
  }

  @Test
  void what_was_answered_is_not_asked_again_and_drawings_come_behind_the_pictures_of_tars()
      throws Exception {
    storeOfKnown();
    Path tar = training.resolve("measure").resolve("nips17-00.tar");
    Path few = cache.resolve("few.tar");
    Files.write(few, firstOf(tar, 3));
    Path scores = cache.resolve("teacher-v2-scores.f16");
    teacher(TeacherNet.V2).answer(List.of(few), 1);
    byte[] whole = Files.readAllBytes(scores);
    assertThat(whole).hasSize((3 + PICTURES) * (TeacherAnswers.NAMES + 1) * 2);

    // As if it had been killed after 20: the rest comes out the same.
    try (var file = FileChannel.open(scores, StandardOpenOption.WRITE)) {
      file.truncate(20L * (TeacherAnswers.NAMES + 1) * 2);
    }
    teacher(TeacherNet.V2).answer(List.of(few), 2);

    try (TeacherAnswers answers = TeacherAnswers.open(cache, TeacherNet.V2)) {
      assertThat(answers.known(new int[] {0, 19, 20, 62, 63})).containsExactly(1, 1, 1, 1, 0);
    }
    byte[] again = Files.readAllBytes(scores);
    assertThat(again).hasSameSizeAs(whole);
    assertThat(Arrays.copyOf(again, 40_040)).isEqualTo(Arrays.copyOf(whole, 40_040));
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_some_pictures_each_name_has_the_highest_probability_that_one_of_them_gives(TeacherNet net)
      throws IOException {
    List<Path> files = new ArrayList<>();
    TarFiles.forEach(
        training.resolve("measure").resolve("nips17-00.tar"),
        (name, content) -> {
          if (files.size() < 18) { // more than are asked together
            files.add(write(cache.resolve("picture-" + files.size() + ".webp"), content));
          }
        });

    float[] all = teacher(net).highest(files, 2);

    float[] expected = new float[TeacherAnswers.NAMES];
    for (Path file : files) {
      float[] alone = teacher(net).highest(List.of(file), 1);
      float sum = 0;
      for (int name = 0; name < expected.length; name++) {
        sum += alone[name];
        expected[name] = Math.max(expected[name], alone[name]);
      }
      assertThat(sum).as("all but the background").isBetween(0.5f, 1.0001f);
    }
    assertThat(all).containsExactly(expected, within(1e-5f));
    List<String> names = MiniData.imageNetNames(training);
    long seen =
        MiniData.measureRows(training, MiniData.NIPS).stream()
            .limit(18)
            .filter(row -> all[names.indexOf(text(row))] > 0.3)
            .count();
    assertThat(seen).as("of 18 pictures' own names").isGreaterThan(10);
  }

  private static Path write(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first pictures of a tar, as a tar.
  private static byte[] firstOf(Path tar, int count) throws IOException {
    byte[] all = Files.readAllBytes(tar);
    int end = 0;
    for (int i = 0; i < count; i++) {
      String size = new String(all, end + 124, 11, StandardCharsets.US_ASCII);
      int bytes = Integer.parseInt(size.strip(), 8);
      end += 512 + (bytes + 511) / 512 * 512;
    }
    return Arrays.copyOf(Arrays.copyOf(all, end), end + 1024);
  }

  private Teacher teacher(TeacherNet net) {
    return new Teacher(training, cache, new PrintStream(told, true, StandardCharsets.UTF_8), net);
  }

  /// Puts pictures whose names are known into the store of drawings.
  ///
  /// @return the number of each one's name
  private List<Integer> storeOfKnown() {
    List<String> known = MiniData.imageNetNames(training);
    Map<String, String> said = new HashMap<>();
    MiniData.measureRows(training, MiniData.NIPS).forEach(row -> said.put(row.file(), text(row)));
    List<Integer> names = new ArrayList<>();
    PictureDecoder decoder = new PictureDecoder();
    try (PictureStore.Writer writer = new PictureStore.Writer(cache, MiniData.DRAWINGS)) {
      TarFiles.forEach(
          training.resolve("measure").resolve("nips17-00.tar"),
          (name, content) -> {
            if (writer.size() < PICTURES) {
              Pixels pixels = decoder.decode(content, name, DecodeBounds.full()).pixels();
              int side = PictureStore.SIDE;
              writer.add(
                  name, Colours.rgb(Resizer.resize(pixels, side, side, ResizeFilter.BILINEAR)));
              names.add(known.indexOf(said.get(name)));
            }
          });
      writer.complete();
    }
    return names;
  }

  private static String text(TextRow row) {
    return row.text().toLowerCase(Locale.ROOT);
  }

  private static int place(float[] scores, int name) {
    int before = 0;
    for (float score : scores) {
      before += score > scores[name] ? 1 : 0;
    }
    return before;
  }
}
