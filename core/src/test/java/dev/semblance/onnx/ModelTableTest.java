package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.golden.Npy;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessor;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.space.Embedding;
import dev.semblance.text.TokenIds;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Measures the rows of the table in `docs/models.md` and prints them: for each of `golden/models`,
/// how far ids, prepared pictures, embeddings and logits lie from those of the reference.
///
/// To refresh the page run this test alone and copy what it prints.
class ModelTableTest {
  private static final String NO_INT8 = "—";

  @ParameterizedTest
  @CsvSource({
    "clip-split, true",
    "clip-merged, true",
    "siglip, true",
    "siglip2, true",
    "mobileclip, true",
    "openclip, false",
    "immich, false",
    "jina-clip-v2, true",
    "nomic, false",
    "chinese-clip, false"
  })
  void a_row_is_within_its_limits_and_on_the_page(String folder, boolean int8) throws IOException {
    Row row = measure(new GoldenModel(folder), int8);
    System.out.println(row);
    assertThat(row.ids).as("texts with other ids").isZero();
    assertThat(row.prepared).as("prepared pictures").isLessThan(2e-6);
    assertThat(row.texts).as("texts").isLessThan(1e-4);
    assertThat(row.pictures).as("pictures").isLessThan(1e-4);
    assertThat(row.logits).as("logits, of their size").isLessThan(1e-4);
    assertThat(row.int8).as("int8").isGreaterThan(.99);
    Path page = Path.of(System.getProperty("user.dir")).resolveSibling("docs/models.md");
    assertThat(Files.readString(page)).contains("| " + folder + " |");
  }

  /// @param ids texts whose ids are not those expected
  /// @param prepared greatest difference of a sampled number of a picture
  /// @param texts greatest difference of a component of a text's embedding
  /// @param pictures greatest difference of a component of a picture's embedding
  /// @param logits greatest difference of a logit as a part of the scale
  /// @param int8 smallest cosine of an int8 embedding with the expected fp32 one; 1 without int8
  private record Row(
      String folder,
      int ids,
      double prepared,
      double texts,
      double pictures,
      double logits,
      double int8) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %s | equal | %.1e | %.1e | %.1e | %.1e | %s |",
          folder,
          prepared,
          texts,
          pictures,
          logits,
          int8 == 1 ? NO_INT8 : String.format(Locale.ROOT, "%.4f", int8));
    }
  }

  private static Row measure(GoldenModel golden, boolean int8) {
    try (Model model = golden.open("fp32")) {
      List<Embedding> texts = model.requireText().embed(golden.texts());
      List<Embedding> pictures = model.requireImage().embed(golden.pictures());
      return new Row(
          golden.folder(),
          otherIds(golden, model.card().text().orElseThrow()),
          prepared(golden, model.card().image().orElseThrow().preprocessing()),
          GoldenModel.greatestDifference(texts, golden.expectedTexts()),
          GoldenModel.greatestDifference(pictures, golden.expectedPictures()),
          logits(golden, model.card().scoring(), texts, pictures),
          int8 ? smallestCosine(golden) : 1);
    }
  }

  private static int otherIds(GoldenModel golden, TextSide side) {
    String file = "models/" + golden.folder() + "/" + side.tokenizerFile();
    Tokenizer tokenizer = Tokenizers.read(Golden.bytes(file), side.tokenizer());
    JsonNode expected = golden.expected().at("/tokenization/ids");
    int others = 0;
    List<Input.Text> texts = golden.texts();
    for (int i = 0; i < texts.size(); i++) {
      TokenIds ids = tokenizer.encode(side.prefix() + texts.get(i).text());
      int[] got = Arrays.copyOf(ids.ids(), ids.length());
      int[] wanted = new int[expected.get(i).size()];
      for (int j = 0; j < wanted.length; j++) {
        wanted[j] = expected.get(i).get(j).asInt();
      }
      others += Arrays.equals(got, wanted) ? 0 : 1;
    }
    return others;
  }

  private static double prepared(GoldenModel golden, Preprocessing rule) {
    Preprocessor preprocessor = new Preprocessor(rule);
    JsonNode expected = golden.expected().at("/preprocessing/pictures");
    double greatest = 0;
    List<Input.Image> pictures = golden.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      float[] numbers = new float[preprocessor.length()];
      preprocessor.write(pictures.get(i).pixels(), numbers, 0);
      for (JsonNode sample : expected.get(i).get("samples")) {
        int at =
            (sample.get("c").asInt() * rule.height() + sample.get("y").asInt()) * rule.width()
                + sample.get("x").asInt();
        greatest = Math.max(greatest, Math.abs(numbers[at] - sample.get("value").asDouble()));
      }
    }
    return greatest;
  }

  private static double logits(
      GoldenModel golden, Scoring scoring, List<Embedding> texts, List<Embedding> pictures) {
    Npy expected = Golden.npy("models/" + golden.folder() + "/logits_per_image.npy");
    double greatest = 0;
    for (int picture = 0; picture < pictures.size(); picture++) {
      float[] wanted = expected.row(picture);
      for (int text = 0; text < texts.size(); text++) {
        double got =
            scoring.scale() * pictures.get(picture).cosine(texts.get(text)) + scoring.bias();
        greatest = Math.max(greatest, Math.abs(got - wanted[text]) / scoring.scale());
      }
    }
    return greatest;
  }

  private static double smallestCosine(GoldenModel golden) {
    try (Model model = golden.open("int8")) {
      return Math.min(
          GoldenModel.smallestCosine(
              model.requireText().embed(golden.texts()), golden.expectedTexts()),
          GoldenModel.smallestCosine(
              model.requireImage().embed(golden.pictures()), golden.expectedPictures()));
    }
  }
}
