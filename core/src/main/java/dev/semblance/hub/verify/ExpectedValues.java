package dev.semblance.hub.verify;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.model.Input;
import dev.semblance.model.JsonFields;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the makers' own programs and tests say of a picture and a few texts, for models that are
/// known by name. The numbers are in `expected.json`, each with its source; the pictures are not
/// ours to give.
///
/// @param models names, as of repositories, folders and the catalogue
/// @param picture its file's name without ending
/// @param texts in order
/// @param kind what the values are
/// @param values one for each text
/// @param tolerance that a fp32 network must keep
/// @param tolerance8 that any other must keep
record ExpectedValues(
    Set<String> models,
    String picture,
    List<String> texts,
    Kind kind,
    List<Double> values,
    double tolerance,
    double tolerance8) {
  static final String NAME = "expected values";

  private static final String FILE = "expected.json";
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /// What values are.
  enum Kind {
    /// Scale times cosine plus bias.
    LOGITS,
    /// Softmax over the texts.
    PROBABILITIES
  }

  /// All that are known.
  static List<ExpectedValues> known() {
    try (InputStream in =
        Objects.requireNonNull(ExpectedValues.class.getResourceAsStream(FILE), FILE)) {
      return JsonFields.parse(in.readAllBytes(), FILE).objects("sets").stream()
          .map(ExpectedValues::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + ": cannot be read", e);
    }
  }

  private static ExpectedValues read(JsonFields fields) {
    fields.allowOnly(
        "models", "picture", "texts", "kind", "values", "tolerance", "tolerance8", "source");
    return new ExpectedValues(
        Set.copyOf(fields.strings("models")),
        fields.string("picture"),
        fields.strings("texts"),
        fields.choice("kind", Kind.class),
        fields.numbers("values"),
        fields.number("tolerance"),
        fields.number("tolerance8"));
  }

  /// Whether the values are of a model of one of these names.
  boolean isOf(Set<String> names) {
    return names.stream().anyMatch(models::contains);
  }

  /// The picture in a folder, where it is there.
  Optional<Path> picture(Path folder) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(picture + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Compares.
  ///
  /// @param exact whether the network is a fp32 one
  Check check(Model model, Path file, boolean exact) {
    Input.Image input =
        new Input.Image(
            new PictureDecoder().decode(file, DecodeBounds.full()).pixels(), file.toString());
    Embedding image = model.embed(input);
    Scoring scoring = model.card().scoring();
    List<Double> logits = new ArrayList<>();
    for (String text : texts) {
      double cosine = image.cosine(model.embed(new Input.Text(text)));
      logits.add(scoring.scale() * cosine + scoring.bias());
    }
    List<Double> got = kind == Kind.LOGITS ? logits : softmax(logits);
    double worst = 0;
    for (int i = 0; i < got.size(); i++) {
      worst = Math.max(worst, Math.abs(got.get(i) - values.get(i)));
    }
    double allowed = exact ? tolerance : tolerance8;
    return Check.of(
        NAME,
        worst <= allowed,
        String.format(
            Locale.ROOT,
            "%s with %s: got %s, expected %s; greatest difference %.5f, allowed %.5f",
            picture,
            texts,
            rounded(got),
            rounded(values),
            worst,
            allowed));
  }

  private static List<Double> softmax(List<Double> logits) {
    double top = logits.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double sum = logits.stream().mapToDouble(logit -> Math.exp(logit - top)).sum();
    return logits.stream().map(logit -> Math.exp(logit - top) / sum).toList();
  }

  private static List<String> rounded(List<Double> numbers) {
    return numbers.stream().map(number -> String.format(Locale.ROOT, "%.5f", number)).toList();
  }
}
