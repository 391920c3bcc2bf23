package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every index does with what it is given: the whole contract of [ItemIndex].
public abstract class ItemIndexContract extends NearestContract {
  private static final Filter EVERYTHING = new Filter.Everything();

  @Test
  void what_is_written_is_seen_after_the_commit_and_not_before() {
    index.put(List.of(Items.embedded(SPACE, "/a"), Items.embedded(SPACE, "/b")));
    index.putFailures(List.of(Items.failure("/c")));
    assertThat(contents()).isEmpty();
    index.commit();
    assertThat(contents()).containsExactly("/a ", "/b ", "failed /c");
    index.remove(List.of("/a", "/c"));
    assertThat(contents()).containsExactly("/a ", "/b ", "failed /c");
    index.commit();
    assertThat(contents()).containsExactly("/b ");
  }

  /// Paths with parts, then failures; count, walk and search agree on them.
  private List<String> contents() {
    List<String> contents = new ArrayList<>();
    index.forEach(EVERYTHING, item -> contents.add(item.path() + " " + item.part()));
    Embedding query = Items.embedding(SPACE, new Random(SEED));
    assertThat(index.nearest(query, 1000, EVERYTHING)).hasSameSizeAs(contents);
    assertThat(index.count(EVERYTHING)).isEqualTo(contents.size());
    index.forEachFailure(failure -> contents.add("failed " + failure.path()));
    return contents;
  }

  @Test
  void an_item_is_given_back_whole() {
    List<EmbeddedItem> items = Items.clustered(SPACE, 40, new Random(SEED));
    index.put(items);
    index.commit();
    for (EmbeddedItem it : items) {
      assertThat(index.item(it.item().path())).contains(it.item());
      assertThat(index.known(List.of(it.item().path())))
          .isEqualTo(Map.of(it.item().path(), Known.of(it.item())));
    }
    List<EmbeddedItem> walked = new ArrayList<>();
    index.forEachEmbedded(EVERYTHING, walked::add);
    assertThat(walked).hasSize(40);
    walked.sort((one, other) -> Item.BY_PATH.compare(one.item(), other.item()));
    items.sort((one, other) -> Item.BY_PATH.compare(one.item(), other.item()));
    for (int i = 0; i < 40; i++) {
      assertThat(walked.get(i).item()).isEqualTo(items.get(i).item());
      assertThat(walked.get(i).embedding().cosine(items.get(i).embedding()))
          .isBetween(1 - 1e-6, 1.0);
    }
  }

  @Test
  void an_item_put_again_replaces_the_one_before() {
    index.put(List.of(Items.embedded(SPACE, "/a")));
    index.commit();
    Item changed = Items.item("/a", "", Items.hash("changed"));
    Embedding vector = Items.embedding(SPACE, new Random(SEED));
    index.put(List.of(Items.embedded(SPACE, "/a"), new EmbeddedItem(changed, vector)));
    index.commit();
    assertThat(index.nearest(vector, 5, EVERYTHING))
        .containsExactly(new ScoredItem(changed, vector.cosine(vector)));
    assertThat(index.byContent(List.of(Items.hash("/a")))).isEmpty();
    assertThat(index.known(List.of("/a"))).isEqualTo(Map.of("/a", Known.of(changed)));
  }

  @Test
  void the_parts_of_a_file_are_items_of_their_own() {
    index.put(List.of(part("/film", "00:20"), part("/film", "00:10"), part("/film2", "00:10")));
    index.commit();
    assertThat(contents()).containsExactly("/film 00:10", "/film 00:20", "/film2 00:10");
    assertThat(index.item("/film")).as("the whole file").isEmpty();
    assertThat(index.known(List.of("/film")))
        .isEqualTo(Map.of("/film", Known.of(part("/film", "00:10").item())));
    index.put(List.of(Items.embedded(SPACE, "/film"), part("/film", "00:10")));
    index.commit();
    assertThat(contents()).containsExactly("/film ", "/film 00:10", "/film 00:20", "/film2 00:10");
    assertThat(index.item("/film")).contains(Items.item("/film"));
    index.remove(List.of("/film"));
    index.commit();
    assertThat(contents()).containsExactly("/film2 00:10");
  }

  private static EmbeddedItem part(String path, String part) {
    Item item = Items.item(path, part, Items.hash(path));
    return new EmbeddedItem(item, Items.embedding(SPACE, new Random(part.hashCode())));
  }

  @Test
  void a_failure_replaces_the_items_of_its_path_and_an_item_the_failure() {
    index.put(List.of(Items.embedded(SPACE, "/a"), part("/a", "1"), part("/b", "1")));
    index.commit();
    index.putFailures(List.of(Items.failure("/a"), Items.failure("/b"), Items.failure("/a")));
    index.commit();
    assertThat(contents()).containsExactly("failed /a", "failed /b");
    assertThat(index.item("/a")).isEmpty();
    index.put(List.of(Items.embedded(SPACE, "/a")));
    index.put(List.of(part("/b", "1")));
    index.commit();
    assertThat(contents()).containsExactly("/a ", "/b 1");
  }

  @Test
  void a_failure_is_given_back_whole_and_known() {
    List<Failure> failures =
        List.of(Items.failure("/c"), Items.failure("/a"), Items.failure("/\uD83D\uDE00\uFF5E"));
    index.putFailures(failures);
    index.commit();
    List<Failure> walked = new ArrayList<>();
    index.forEachFailure(walked::add);
    assertThat(walked).isEqualTo(failures.stream().sorted(Failure.BY_PATH).toList());
    assertThat(index.known(List.of("/c", "/nowhere")))
        .isEqualTo(Map.of("/c", Known.of(Items.failure("/c"))));
    assertThat(index.known(List.of("/c")).values()).allMatch(Known::failed);
  }

  @Test
  void a_content_is_found_at_its_first_path() {
    Embedding vector = Items.embedding(SPACE, new Random(SEED));
    String content = Items.hash("content");
    for (String path : List.of("/c", "/a", "/b")) {
      index.put(List.of(new EmbeddedItem(Items.item(path, "", content), vector)));
      index.commit();
    }
    index.put(List.of(new EmbeddedItem(Items.item("/A", "1", content), vector)));
    index.put(List.of(Items.embedded(SPACE, "/z")));
    index.commit();
    assertThat(index.byContent(Set.of(content, Items.hash("/z"), Items.hash("?"), "no hash")))
        .hasSize(2)
        .hasEntrySatisfying(content, it -> assertThat(it.item().path()).isEqualTo("/A"))
        .hasEntrySatisfying(
            content, it -> assertThat(it.embedding().cosine(vector)).isGreaterThan(1 - 1e-6))
        .hasEntrySatisfying(
            Items.hash("/z"), it -> assertThat(it.item()).isEqualTo(Items.item("/z")));
    index.remove(List.of("/A", "/a"));
    index.commit();
    assertThat(index.byContent(Set.of(content)).values())
        .extracting(it -> it.item().path())
        .containsExactly("/b");
  }

  @Test
  void paths_that_are_not_there_may_be_removed() {
    index.put(List.of(Items.embedded(SPACE, "/a/b")));
    index.remove(List.of("/a", "/a/bc", "", "/a/b/c"));
    index.commit();
    assertThat(contents()).containsExactly("/a/b ");
  }

  @Test
  void an_item_of_another_space_is_refused_and_none_with_it_is_added() {
    EmbeddingSpace other = Items.space("other", SPACE.dimension());
    assertThatThrownBy(
            () -> index.put(List.of(Items.embedded(SPACE, "/a"), Items.embedded(other, "/b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seeded")
        .hasMessageContaining("other");
    index.commit();
    assertThat(contents()).isEmpty();
  }

  @Test
  void a_big_batch_is_put_looked_up_and_removed() {
    List<String> paths = IntStream.range(0, 5_000).mapToObj(i -> "/big/" + i + ".jpg").toList();
    index.put(paths.stream().map(path -> Items.embedded(SPACE, path)).toList());
    index.putFailures(List.of(Items.failure("/big/broken.jpg")));
    index.commit();
    assertThat(index.count(new Filter.InFolder("/big"))).isEqualTo(5_000);
    assertThat(index.known(paths)).hasSize(5_000);
    assertThat(index.byContent(paths.stream().map(Items::hash).toList())).hasSize(5_000);
    index.remove(paths);
    index.commit();
    assertThat(contents()).containsExactly("failed /big/broken.jpg");
  }

  @Test
  void unusual_paths_stay_apart() {
    Set<String> paths =
        Set.of(
            "/with space/a b.jpg",
            "/with \"quotes\"/'.jpg",
            "/ünï/é.jpg",
            "/ünï/e\u0301.jpg",
            "/line\nbreak/\n.jpg",
            "/tab\t.jpg",
            "file:///caf%E9/a.jpg",
            "/caf%E9/a.jpg",
            "C:\\pictures\\a.jpg",
            "C:/pictures/a.jpg",
            "\\\\nas\\share\\a.jpg",
            "/C:/a\\b.jpg",
            "/😀.jpg",
            "/zero\0.jpg",
            "/zero",
            "/*?[].jpg",
            "/#1.jpg",
            "/" + "long".repeat(1000));
    paths.forEach(path -> index.put(List.of(Items.embedded(SPACE, path))));
    index.commit();
    assertThat(index.known(paths).keySet()).isEqualTo(paths);
    assertThat(new TreeSet<>(walked(EVERYTHING).stream().map(Item::path).toList()))
        .isEqualTo(new TreeSet<>(paths));
    for (String path : paths) {
      assertThat(index.item(path)).contains(Items.item(path));
      Filter filter = new Filter.InFolder(path);
      assertThat(walked(filter))
          .as("in %s", path)
          .isEqualTo(walked(EVERYTHING).stream().filter(filter::matches).toList());
    }
    assertThat(index.count(new Filter.InFolder("C:\\pictures"))).isEqualTo(2);
    index.remove(List.of("/zero"));
    index.commit();
    assertThat(index.item("/zero\0.jpg")).isPresent();
  }

  @Test
  void readers_see_every_commit_whole_while_a_writer_works() {
    AtomicBoolean done = new AtomicBoolean();
    writeVersion(0);
    List<CompletableFuture<Void>> readers =
        IntStream.range(0, 2)
            .mapToObj(_ -> CompletableFuture.runAsync(() -> readUntil(done)))
            .toList();
    for (int version = 1; version <= 15; version++) {
      writeVersion(version);
      assertThat(versions()).as("the writer sees its own commit").containsExactly(version);
    }
    done.set(true);
    readers.forEach(CompletableFuture::join);
  }

  private void writeVersion(int version) {
    List<EmbeddedItem> items = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String content = Items.hash("version " + version);
      items.add(new EmbeddedItem(Items.item("/" + i, "", content), vectorOf(version)));
    }
    index.put(items.subList(0, 25));
    index.put(items.subList(25, 50));
    index.commit();
  }

  private static Embedding vectorOf(int version) {
    return Items.embedding(SPACE, new Random(version));
  }

  private void readUntil(AtomicBoolean done) {
    int newest = 0;
    while (!done.get()) {
      Set<Integer> versions = versions();
      assertThat(versions).hasSize(1).allSatisfy(it -> assertThat(it).isBetween(0, 15));
      assertThat(versions.iterator().next()).isGreaterThanOrEqualTo(newest);
      newest = versions.iterator().next();
    }
  }

  private Set<Integer> versions() {
    Set<Integer> versions = new TreeSet<>();
    List<ScoredItem> hits = index.nearest(vectorOf(0), 100, EVERYTHING);
    assertThat(hits).hasSize(50);
    for (int version = 0; version <= 15; version++) {
      String content = Items.hash("version " + version);
      if (hits.stream().anyMatch(hit -> hit.item().contentHash().equals(content))) {
        versions.add(version);
      }
    }
    return versions;
  }

  @Test
  void random_writing_ends_as_in_a_plain_map() {
    Random random = new Random(SEED);
    try (FlatIndex truth = new FlatIndex(SPACE)) {
      for (int step = 0; step < 300; step++) {
        write(step % 20 == 0 ? 20 : random.nextInt(20), random.nextLong(), truth);
      }
      truth.commit();
      index.commit();
      List<Item> items = new ArrayList<>();
      truth.forEach(EVERYTHING, items::add);
      assertThat(walked(EVERYTHING)).as("seed %d", SEED).isEqualTo(items);
      List<Failure> failures = new ArrayList<>();
      truth.forEachFailure(failures::add);
      assertThat(failures).isNotEmpty();
      List<String> paths = IntStream.range(0, 12).mapToObj(i -> "/" + i).toList();
      assertThat(index.known(paths)).as("seed %d", SEED).isEqualTo(truth.known(paths));
      index.forEachFailure(failures::remove);
      assertThat(failures).as("seed %d", SEED).isEmpty();
    }
  }

  private void write(int kind, long seed, FlatIndex truth) {
    for (ItemIndex each : List.of(index, truth)) {
      Random random = new Random(seed);
      String path = "/" + random.nextInt(12);
      switch (kind) {
        case 0, 1 -> each.remove(List.of(path));
        case 2, 3 -> each.putFailures(List.of(Items.failure(path)));
        case 20 -> each.commit();
        default -> each.put(List.of(part(path, random.nextBoolean() ? "" : "p" + kind % 3)));
      }
    }
  }

  @Test
  void a_closed_index_says_so_with_its_name() {
    index.close();
    assertThatCode(index::close).doesNotThrowAnyException();
    Embedding query = Items.embedding(SPACE, new Random(SEED));
    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> uses =
        List.of(
            () -> index.count(EVERYTHING),
            () -> index.nearest(query, 1, EVERYTHING),
            () -> index.known(List.of("/a")),
            () -> index.item("/a"),
            () -> index.byContent(List.of()),
            () -> index.forEach(EVERYTHING, _ -> {}),
            () -> index.forEachEmbedded(EVERYTHING, _ -> {}),
            () -> index.forEachFailure(_ -> {}),
            () -> index.put(List.of(Items.embedded(SPACE, "/a"))),
            () -> index.putFailures(List.of()),
            () -> index.remove(List.of()),
            () -> index.commit());
    for (var use : uses) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(name())
          .hasMessageContaining("closed");
    }
  }

  /// What names the index in messages.
  protected abstract String name();
}
