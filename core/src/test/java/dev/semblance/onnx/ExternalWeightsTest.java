package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Models whose networks keep their weights in files beside them (`model.onnx_data`): those of
/// `golden/models`, with the weights moved out.
class ExternalWeightsTest {
  private static final double COMPONENT = 1e-4;
  private static final String CACHE = "semblance.cache";
  private static final String TEXTS = "onnx/text_model.onnx";
  private static final String WEIGHTS = "text_model.onnx_data";

  @TempDir Path folder;

  private final Optional<String> cacheBefore = Optional.ofNullable(System.getProperty(CACHE));

  @AfterEach
  void forget_the_cache() {
    System.clearProperty(CACHE);
    cacheBefore.ifPresent(cache -> System.setProperty(CACHE, cache));
  }

  private Path copy(String golden) throws IOException {
    Path to = folder.resolve(golden);
    Path from = Golden.path("models/" + golden);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
    return to;
  }

  /// A copy with every network's weights in NETWORK_data.
  private Path moved(String golden) throws IOException {
    Path copy = copy(golden);
    FolderFiles files = new FolderFiles(copy);
    for (String file : files.list().stream().filter(name -> name.endsWith(".onnx")).toList()) {
      Path network = copy.resolve(file);
      String data = network.getFileName() + "_data";
      OutsideWeights.move(network, data);
      assertThat(OnnxGraph.read(files, file).externalFiles()).containsOnlyKeys(data);
      assertThat(network.resolveSibling(data)).isNotEmptyFile();
    }
    return copy;
  }

  private static void assertEmbeddings(Path model, String golden) {
    GoldenModel expected = new GoldenModel(golden);
    try (Model opened = OnnxModels.open(model, OpenOptions.usual().withVariant("fp32"))) {
      double texts =
          GoldenModel.greatestDifference(
              opened.requireText().embed(expected.texts()), expected.expectedTexts());
      double pictures =
          GoldenModel.greatestDifference(
              opened.requireImage().embed(expected.pictures()), expected.expectedPictures());
      System.out.println(golden + ", weights outside: texts " + texts + ", pictures " + pictures);
      assertThat(texts).isLessThan(COMPONENT);
      assertThat(pictures).isLessThan(COMPONENT);
    }
  }

  private static String fingerprint(Path model) {
    try (Model opened = OnnxModels.open(model, OpenOptions.usual().withVariant("fp32"))) {
      return opened.space().fingerprint();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip-split", "siglip2", "jina-clip-v2", "openclip", "immich"})
  void embeddings_equal_those_of_pytorch(String golden) throws IOException {
    assertEmbeddings(moved(golden), golden);
  }

  @Test
  void int8_with_unsigned_weights_outside_lies_near() throws IOException {
    GoldenModel golden = new GoldenModel("clip-split");
    Path copy = moved("clip-split");
    try (Model model = OnnxModels.open(copy, OpenOptions.usual().withVariant("int8"))) {
      assertThat(
              GoldenModel.smallestCosine(
                  model.requireText().embed(golden.texts()), golden.expectedTexts()))
          .isGreaterThan(.99);
      assertThat(
              GoldenModel.smallestCosine(
                  model.requireImage().embed(golden.pictures()), golden.expectedPictures()))
          .isGreaterThan(.99);
    }
  }

  @Test
  void weights_of_constant_operations_count_as_weights() throws IOException {
    Path copy = copy("clip-split");
    OutsideWeights.moveIntoNodes(copy.resolve(TEXTS), WEIGHTS);
    assertEmbeddings(copy, "clip-split");
    String before = fingerprint(copy);
    changeOneByte(copy.resolve("onnx").resolve(WEIGHTS));
    assertThat(fingerprint(copy)).isNotEqualTo(before);
    Files.delete(copy.resolve("onnx").resolve(WEIGHTS));
    assertRefused(
        copy,
        "clip-split/" + TEXTS + ": its weights lie in onnx/" + WEIGHTS + ", which is missing");
  }

  @Test
  void a_large_network_is_prepared_with_its_weights_and_opened_again() throws IOException {
    Path cache = folder.resolve("cache");
    System.setProperty(CACHE, cache.toString());
    Path copy = moved("clip-split");
    Path weights = copy.resolve("onnx").resolve(WEIGHTS);
    byte[] large = Arrays.copyOf(Files.readAllBytes(weights), 5 << 20);
    Files.write(weights, large);
    assertEmbeddings(copy, "clip-split");
    try (Stream<Path> made = Files.walk(cache.resolve("graphs"))) {
      assertThat(made.filter(file -> file.endsWith("graph.onnx"))).hasSize(1);
    }
    assertEmbeddings(copy, "clip-split");
  }

  @Test
  void the_hub_s_cache_of_links_is_read() throws IOException {
    Path real = moved("clip-split");
    Path blobs = Files.createDirectories(folder.resolve("models--a--clip/blobs"));
    Path snapshot = folder.resolve("models--a--clip/snapshots/0123abcd");
    int number = 0;
    for (String file : new FolderFiles(real).list()) {
      Path blob = Files.move(real.resolve(file), blobs.resolve("blob" + number++));
      Path link = snapshot.resolve(file);
      Files.createDirectories(link.resolveSibling(""));
      Files.createSymbolicLink(link, link.resolveSibling("").relativize(blob));
    }
    assertEmbeddings(snapshot, "clip-split");
  }

  @Test
  void another_content_of_the_weights_is_another_space() throws IOException {
    Path copy = moved("clip-split");
    String before = fingerprint(copy);
    assertThat(fingerprint(copy)).isEqualTo(before);
    changeOneByte(copy.resolve("onnx").resolve(WEIGHTS));
    assertThat(fingerprint(copy)).isNotEqualTo(before);
  }

  private static void changeOneByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void weights_that_are_missing_are_named() throws IOException {
    Path copy = moved("clip-split");
    Files.delete(copy.resolve("onnx").resolve(WEIGHTS));
    assertRefused(
        copy,
        "clip-split/onnx/text_model.onnx: its weights lie in onnx/text_model.onnx_data, which is"
            + " missing; fetch that file too");
  }

  @Test
  void weights_that_are_cut_short_are_named_with_both_sizes() throws IOException {
    Path copy = moved("clip-split");
    Path weights = copy.resolve("onnx").resolve(WEIGHTS);
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(
        copy,
        "clip-split/onnx/text_model.onnx: its weights lie in onnx/text_model.onnx_data, which has "
            + (whole.length - 1)
            + " bytes and needs "
            + whole.length
            + "; fetch it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "../../x", "sub/../../../x", "./../x", "/ABSOLUTE"})
  void weights_outside_of_the_network_s_folder_are_refused_and_not_read(String given)
      throws IOException {
    Path copy = copy("clip-split");
    Path network = copy.resolve(TEXTS);
    Files.createDirectories(copy.resolve("onnx/sub"));
    String location = given.equals("/ABSOLUTE") ? folder.resolve("x").toString() : given;
    OutsideWeights.move(network, location);
    Watched files = new Watched(new FolderFiles(copy));
    assertThatThrownBy(() -> OnnxModels.open(files, OpenOptions.usual().withVariant("fp32")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "clip-split/onnx/text_model.onnx: its weights lie in \""
                + location
                + "\", outside of the network's folder, where nothing is read; put that file beside"
                + " the network and export it anew, or fetch the model from its makers");
    assertThat(files.asked)
        .contains(TEXTS)
        .doesNotContain(OnnxGraph.sibling(TEXTS, location))
        .noneMatch(name -> name.contains(".."));
    assertThat(network.resolveSibling(location)).as("lies there, so could be read").exists();
  }

  @ParameterizedTest
  @CsvSource({"-1, 4", "0, -4", "9223372036854775807, 8"})
  void a_place_that_no_file_has_is_refused(long offset, long length) throws IOException {
    Path copy = copy("clip-split");
    new SmallGraph()
        .input("input_ids", 7, -1, -1)
        .outside("w", SmallGraph.UINT8, WEIGHTS, offset, length, 2, 2)
        .node("Identity", List.of("w"), "text_embeds")
        .output("text_embeds", SmallGraph.UINT8, 2, 2)
        .write(copy.resolve(TEXTS));
    Files.write(copy.resolve("onnx").resolve(WEIGHTS), new byte[100]);
    assertRefused(copy, "clip-split/onnx/text_model.onnx: the file is cut short or is no ONNX");
  }

  private static void assertRefused(Path model, String sentence) {
    assertThatThrownBy(() -> OnnxModels.open(model, OpenOptions.usual().withVariant("fp32")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageNotContaining("\n");
  }

  /// Remembers every name it was asked for.
  private record Watched(ModelFiles files, List<String> asked) implements ModelFiles {
    Watched(ModelFiles files) {
      this(files, new ArrayList<>());
    }

    @Override
    public String name() {
      return files.name();
    }

    @Override
    public boolean has(String file) {
      asked.add(file);
      return files.has(file);
    }

    @Override
    public byte[] read(String file) {
      asked.add(file);
      return files.read(file);
    }

    @Override
    public Optional<Path> path(String file) {
      asked.add(file);
      return files.path(file);
    }

    @Override
    public List<String> list() {
      return files.list();
    }
  }
}
