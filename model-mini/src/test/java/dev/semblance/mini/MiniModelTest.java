package dev.semblance.mini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelFiles;
import dev.semblance.model.ModelProvider;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniModelTest {
  private static final long OWN_BYTES_ALLOWED = 15_000_000;
  private static final int PICTURES = 60;

  private Model model;

  @BeforeAll
  void open() {
    model = OnnxModels.open(new MiniModel().files(), OpenOptions.usual());
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void is_found_on_the_class_path() {
    assertThat(ServiceLoader.load(ModelProvider.class))
        .extracting(ModelProvider::name)
        .contains("mini");
  }

  @Test
  void its_own_files_take_less_than_15_megabytes() {
    ModelFiles files = new MiniModel().files();
    long bytes =
        files.list().stream()
            .filter(file -> !file.startsWith("all-minilm"))
            .mapToLong(file -> files.read(file).length)
            .sum();

    assertThat(bytes).isBetween(1L, OWN_BYTES_ALLOWED);
  }

  @Test
  void both_sides_lie_in_one_space() {
    Embedding text = model.embed(new Input.Text("a dog"));

    assertThat(text.space()).isEqualTo(model.space());
    assertThat(text.toArray()).hasSize(384);
    assertThat(model.card().lineage()).containsExactly("sentence-transformers/all-MiniLM-L6-v2");
  }

  @Test
  void captions_find_their_photographs() throws IOException {
    Map<String, byte[]> pictures = pictures();
    Map<String, String> captions = captions();
    List<Embedding> images = new ArrayList<>();
    List<Embedding> texts = new ArrayList<>();
    PictureDecoder decoder = new PictureDecoder();
    for (Map.Entry<String, byte[]> entry : pictures.entrySet()) {
      var decoded = decoder.decode(entry.getValue(), entry.getKey(), DecodeBounds.full());
      images.add(model.embed(new Input.Image(decoded.pixels(), entry.getKey())));
      texts.add(model.embed(new Input.Text(captions.getOrDefault(entry.getKey(), ""))));
    }

    int amongFirstFive = 0;
    for (int i = 0; i < PICTURES; i++) {
      Embedding text = texts.get(i);
      List<Embedding> order =
          images.stream().sorted(Comparator.comparingDouble(text::cosine).reversed()).toList();
      if (order.subList(0, 5).contains(images.get(i))) {
        amongFirstFive++;
      }
    }

    // By chance it would be 5; see docs/mini.md for the measure on all pictures.
    assertThat(amongFirstFive).isGreaterThan(PICTURES / 2);
  }

  private static Path measure() {
    return Path.of(System.getProperty("semblance.shared"), "training", "measure");
  }

  /// The first pictures of the set that only measures, by name; a tar's header holds the name from
  /// byte 0 and the size, in octal digits, from byte 124.
  private static Map<String, byte[]> pictures() throws IOException {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(measure().resolve("flickr8k-dev-00.tar"))) {
      while (pictures.size() < PICTURES) {
        String header = new String(in.readNBytes(512), java.nio.charset.StandardCharsets.US_ASCII);
        int size = Integer.parseInt(header.substring(124, 135).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((512 - size % 512) % 512);
        if (header.charAt(156) == '0' || header.charAt(156) == 0) {
          pictures.put(header.substring(0, header.indexOf(0)), content);
        }
      }
    }
    return pictures;
  }

  private static Map<String, String> captions() throws IOException {
    Map<String, String> captions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(measure().resolve("flickr8k-dev.items.tsv"))) {
      String[] fields = line.split("\t");
      captions.putIfAbsent(fields[0], fields[4]);
    }
    return captions;
  }
}
