package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Paths compared and contained in one another, held to their bytes and to their folders' names.
class PathsTest {
  private static final long SEED = 20_261_128;
  private static final List<String> PIECES =
      List.of("a", "b", "/", "/", " ", "é", "\\", "%", "%C3%A9", "\uE000", "\uFFFD", "😀", "\0");

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void paths_then_parts_are_ordered_as_their_bytes_in_utf_8() {
    Random random = new Random(SEED);
    for (int i = 0; i < 3000; i++) {
      Item one = Items.item("/" + text(random, 3), text(random, 2), Items.hash("one"));
      Item other = Items.item("/" + text(random, 3), text(random, 2), Items.hash("other"));
      int paths = bytes(one.path(), other.path());
      assertThat(Integer.signum(Item.BY_PATH.compare(one, other)))
          .as("seed %d: %s and %s", SEED, one, other)
          .isEqualTo(Integer.signum(paths != 0 ? paths : bytes(one.part(), other.part())));
    }
  }

  private static int bytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_folder_holds_a_path_exactly_when_it_is_among_the_folders_that_hold_it() {
    Random random = new Random(SEED);
    int held = 0;
    for (int i = 0; i < 20_000; i++) {
      String start = List.of("/", "file:///", "file:/", "C:\\", "\\\\nas\\").get(i % 5);
      String path = start + text(random, 5);
      String folder =
          random.nextBoolean()
              ? path.substring(0, random.nextInt(path.length() + 1))
              : start + text(random, 2);
      boolean holds = new Filter.InFolder(folder).matches(Items.item(path));
      assertThat(Folders.holding(path).contains(Folders.plain(folder)))
          .as("seed %d: %s in %s", SEED, path, folder)
          .isEqualTo(holds);
      held += holds ? 1 : 0;
    }
    assertThat(held).as("both happen").isBetween(2000, 18_000);
  }

  @Test
  void a_folder_is_the_same_with_any_number_of_slashes_at_its_end() {
    for (String folder : List.of("/home/ann", "C:\\pictures", "file:///home/ann", "")) {
      String plain = Folders.plain(folder);
      assertThat(List.of(folder + "/", folder + "//", folder + "///"))
          .allMatch(it -> Folders.plain(it).equals(plain), "is " + plain);
    }
    assertThat(new Filter.InFolder("/home/ann//").matches(Items.item("/home/ann/a.jpg"))).isTrue();
  }

  @Test
  void the_folders_above_a_path_are_each_within_the_next() {
    List<String> folders = Folders.holding("file:///a/b%20c/d/e.jpg");
    assertThat(folders).containsExactly("/a/b c/d/e.jpg", "/a/b c/d", "/a/b c", "/a", "");
    for (int i = 1; i < folders.size(); i++) {
      assertThat(folders.get(i - 1)).startsWith(folders.get(i) + "/");
      assertThat(Folders.holding(folders.get(i))).isEqualTo(folders.subList(i, folders.size()));
    }
  }

  @Test
  void a_uri_loses_its_host_and_a_cut_escape_stays() {
    assertThat(Folders.plain("file://nas/share/a.jpg")).isEqualTo("/share/a.jpg");
    assertThat(Folders.plain("file:///")).isEmpty();
    assertThat(Folders.plain("file:///a%2")).isEqualTo("/\0a%2");
  }
}
