package dev.semblance.hub.verify;

import dev.semblance.hub.pull.Origin;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks a model with nothing but itself: are its files those that were pulled, do its networks
/// give vectors of unit length, the same each time and in a batch as alone, do texts and pictures
/// agree, does int8 do what fp32 does; and where it is known what its makers got for a picture,
/// does it get that.
///
/// Immutable, safe for many threads.
public final class ModelVerification {
  private static final double EXACT = 0.9999;
  private static final double ALIKE = 0.99;
  private static final double SAME = 1e-6;

  private final ModelFiles files;
  private final @Nullable Path pictures;
  private final List<ExpectedValues> expected;

  /// @param files the model's
  public ModelVerification(ModelFiles files) {
    this(files, null, ExpectedValues.known());
  }

  ModelVerification(ModelFiles files, @Nullable Path pictures, List<ExpectedValues> expected) {
    this.files = files;
    this.pictures = pictures;
    this.expected = expected;
  }

  /// The same with a folder that holds the pictures of the expected values: `CLIP.png` (of the
  /// repository openai/CLIP) and `coco_000000039769` (COCO val2017).
  public ModelVerification withPictures(Path folder) {
    return new ModelVerification(files, folder, expected);
  }

  /// Runs every check.
  public VerifyReport run() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.trying("files as pulled", () -> asPulled(Origin.of(files))));
    try (Model model = OnnxModels.open(files, OpenOptions.usual())) {
      checks.add(new Check("opens", Check.Outcome.PASSED, model.notes().getFirst()));
      checks.add(Check.trying("unit length", () -> unitLength(model)));
      checks.add(Check.trying("same each time", () -> sameEachTime(model)));
      checks.add(Check.trying("batch equals single", () -> batchEqualsSingle(model)));
      checks.add(Check.trying("texts and pictures agree", () -> spacesAgree(model)));
      checks.addAll(expectedValues(model.card(), names(model.card(), origin())));
      checks.add(Check.trying("int8 against fp32", () -> int8AgainstFp32(model.card())));
    } catch (ModelException e) {
      checks.add(Check.failed("opens", String.valueOf(e.getMessage())));
    }
    return new VerifyReport(files.name(), checks);
  }

  /// From where it was pulled; nothing where that file is spoiled, which a check tells.
  private Optional<Origin> origin() {
    try {
      return Origin.of(files);
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  private static Path folder(Path file) {
    return java.util.Objects.requireNonNull(file.getParent());
  }

  private Check asPulled(Optional<Origin> origin) {
    String name = "files as pulled";
    if (origin.isEmpty()) {
      return Check.notDone(name, "the model was not pulled, so nobody wrote down its hashes");
    }
    Path folder = folder(files.path(Origin.FILE).orElseThrow());
    List<String> differences = origin.get().differences(folder);
    return Check.of(
        name,
        differences.isEmpty(),
        differences.isEmpty()
            ? origin.get().files().size() + " files have their hashes"
            : String.join("; ", differences));
  }

  private static Check unitLength(Model model) {
    double error = Closeness.lengthError(Probe.together(model).all());
    return Check.of(
        "unit length",
        error <= SAME,
        String.format(Locale.ROOT, "finite, and off by at most %.1e", error));
  }

  private static Check sameEachTime(Model model) {
    double difference =
        Closeness.greatestDifference(Probe.together(model).all(), Probe.together(model).all());
    return Check.of(
        "same each time",
        difference <= SAME,
        String.format(Locale.ROOT, "components differ by at most %.1e", difference));
  }

  private static Check batchEqualsSingle(Model model) {
    double cosine = Closeness.leastCosine(Probe.together(model).all(), Probe.oneByOne(model).all());
    double needed = isExact(model) ? EXACT : ALIKE;
    return Check.of("batch equals single", cosine >= needed, cosine(cosine, needed));
  }

  private static Check spacesAgree(Model model) {
    String name = "texts and pictures agree";
    Probe probe = Probe.together(model);
    if (probe.texts().isEmpty() || probe.pictures().isEmpty()) {
      return Check.notDone(name, "the model does not read both");
    }
    Embedding circle = probe.pictures().getFirst();
    double right = circle.cosine(probe.texts().get(0));
    double wrong = circle.cosine(probe.texts().get(1));
    return Check.of(
        name,
        right > wrong,
        String.format(
            Locale.ROOT,
            "a drawn red circle has cosine %.4f to \"%s\" and %.4f to \"%s\"",
            right,
            Probe.TEXTS.get(0).text(),
            wrong,
            Probe.TEXTS.get(1).text()));
  }

  private Check int8AgainstFp32(ModelCard card) {
    String name = "int8 against fp32";
    Set<String> variants = variants(card);
    if (!variants.contains("int8") || !variants.contains("fp32")) {
      return Check.notDone(name, "there is only " + String.join(", ", variants));
    }
    double cosine = Closeness.leastCosine(embed("int8"), embed("fp32"));
    return Check.of(name, cosine >= ALIKE, cosine(cosine, ALIKE));
  }

  private List<Embedding> embed(String variant) {
    try (Model model = OnnxModels.open(files, OpenOptions.usual().withVariant(variant))) {
      return Probe.together(model).all();
    }
  }

  private List<Check> expectedValues(ModelCard card, Set<String> names) {
    List<ExpectedValues> known = expected.stream().filter(set -> set.isOf(names)).toList();
    if (known.isEmpty()) {
      return List.of(
          Check.notDone(ExpectedValues.NAME, "nobody wrote down what this model should give"));
    }
    return known.stream()
        .map(set -> {
          Optional<Path> picture = pictures == null ? Optional.empty() : set.picture(pictures);
          return picture.isEmpty()
              ? Check.notDone(
                  ExpectedValues.NAME,
                  "the picture " + set.picture() + " is not at hand; name a folder that holds it")
              : Check.trying(ExpectedValues.NAME, () -> compare(set, picture.get(), card));
        })
        .toList();
  }

  /// By the fp32 networks where there are some, since it is those whose values are known.
  private Check compare(ExpectedValues set, Path picture, ModelCard card) {
    String variant = variants(card).contains("fp32") ? "fp32" : OpenOptions.AUTO;
    try (Model model = OnnxModels.open(files, OpenOptions.usual().withVariant(variant))) {
      return set.check(model, picture, isExact(model));
    } catch (UnreadablePictureException e) {
      return Check.notDone(ExpectedValues.NAME, String.valueOf(e.getMessage()));
    }
  }

  /// What the model may be called: by its card, its folder, the catalogue, its repositories.
  private Set<String> names(ModelCard card, Optional<Origin> origin) {
    Set<String> names = new HashSet<>(List.of(card.name(), files.name()));
    origin.ifPresent(known -> {
      names.add(known.catalogue());
      known.sources().forEach(pin -> names.add(pin.place().replaceFirst(".*/", "")));
    });
    return names;
  }

  /// Whether what runs are fp32 networks.
  private static boolean isExact(Model model) {
    Set<String> variants = variants(model.card());
    String space = model.space().name();
    String runs = variants.size() == 1 ? variants.iterator().next() : space.replaceFirst(".*/", "");
    return runs.equals("fp32");
  }

  private static Set<String> variants(ModelCard card) {
    Set<String> names = new java.util.LinkedHashSet<>();
    Stream.concat(
            card.text().map(ModelCard.TextSide::graph).stream(),
            card.image().map(ModelCard.ImageSide::graph).stream())
        .map(Graph::files)
        .forEach(files -> files.forEach(file -> names.add(file.variant())));
    return names;
  }

  private static String cosine(double least, double needed) {
    return String.format(Locale.ROOT, "least cosine %.6f, needed %.4f", least, needed);
  }
}
