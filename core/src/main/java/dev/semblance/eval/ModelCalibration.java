package dev.semblance.eval;

import dev.semblance.calibration.Calibration;
import dev.semblance.calibration.Calibrator;
import dev.semblance.calibration.Queries;
import dev.semblance.calibration.Question;
import dev.semblance.calibration.Reference;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.model.CardJson;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A calibration of a model with the reference it needs.
///
/// @param calibration for the model's card
/// @param reference for the file beside it
public record ModelCalibration(Calibration calibration, Reference reference) {
  /// As many texts are asked at most, and as many pictures.
  private static final int QUESTIONS = 1000;

  /// One in so many pictures at most share a text that makes them alike.
  private static final int ALIKE = 50;

  private static final int REFERENCE_PICTURES = 512;
  private static final long SEED = 8;

  /// What is asked of pictures.
  ///
  /// @param pairs pictures and what is said of them
  /// @param absent texts that none of the pictures answers, at least 20; none where that is not
  ///   known, see [Queries]
  public record Asked(List<Pair> pairs, List<String> absent) {
    public Asked {
      pairs = List.copyOf(pairs);
      absent = List.copyOf(absent);
      Queries.requireEnoughAbsent(absent.size());
    }
  }

  /// Calibrates by pictures and what is said of them. A text that several pictures share is
  /// answered by each of them, and each of them by the others, unless more than one in fifty share
  /// it: such a text says too little to make two pictures alike.
  ///
  /// @param pictures embeddings by file; must hold every file of the pairs, and may hold more,
  ///   which are searched too
  /// @param asked what is said of them, and what of none
  /// @param source what the pairs are, one sentence
  /// @throws IllegalArgumentException when there are fewer than 100 pictures or 20 texts, or some
  ///   but fewer than 20 that no picture answers
  public static ModelCalibration fromPairs(
      Model model, Map<String, Embedding> pictures, Asked asked, String source) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Embedding> points = new ArrayList<>();
    new TreeMap<>(pictures)
        .forEach((file, point) -> {
          numbers.put(file, points.size());
          points.add(point);
        });
    Map<String, BitSet> right = new LinkedHashMap<>();
    for (Pair pair : asked.pairs()) {
      Integer number = numbers.get(pair.file());
      if (number == null) {
        throw new IllegalArgumentException(pair.file() + ": there is no embedding of it");
      }
      right.computeIfAbsent(pair.text(), _ -> new BitSet()).set(number);
    }
    Reference reference = reference(points);
    Calibration calibration =
        Calibrator.fromPairs(
            points,
            new Queries(
                byText(model, right), absent(model, asked.absent()), byPicture(points, right)),
            reference,
            source);
    return new ModelCalibration(calibration, reference);
  }

  /// A weaker calibration from pictures alone: what stands out from them as much as chance would
  /// have it is taken for even odds. Nothing is measured.
  ///
  /// @param pictures at least [Reference#FEWEST]
  public static ModelCalibration fromPictures(List<Embedding> pictures) {
    String source = "from " + pictures.size() + " pictures alone, without pairs: weaker";
    return new ModelCalibration(Calibrator.fromStanding(source), reference(pictures));
  }

  /// Puts the calibration into a model's folder: its card, which is written as `semblance.json`
  /// where there was none, and the reference beside it. The model's space stays what it was.
  ///
  /// @param card of the open model
  /// @throws UncheckedIOException when the folder cannot be written to; then the old card stays
  public void writeTo(Path folder, ModelCard card) {
    try {
      replace(folder.resolve(calibration.reference()), reference.toBytes());
      replace(folder.resolve(CardJson.FILE), CardJson.write(card.withCalibration(calibration)));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the calibration cannot be written there", e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Reference reference(List<Embedding> pictures) {
    return Reference.of(drawn(pictures, REFERENCE_PICTURES));
  }

  private static <T> List<T> drawn(List<T> all, int most) {
    List<T> order = new ArrayList<>(all);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    return List.copyOf(order.subList(0, Math.min(most, order.size())));
  }

  private static List<Embedding> absent(Model model, List<String> texts) {
    return texts.isEmpty() ? List.of() : embedded(model, drawn(texts, QUESTIONS));
  }

  private static List<Embedding> embedded(Model model, List<String> texts) {
    return model.requireText().embed(texts.stream().map(Input.Text::new).toList());
  }

  private static List<Question> byText(Model model, Map<String, BitSet> right) {
    List<String> texts = drawn(List.copyOf(right.keySet()), QUESTIONS);
    List<Embedding> points = embedded(model, texts);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      BitSet answers = right.getOrDefault(texts.get(i), new BitSet());
      questions.add(new Question(points.get(i), answers, Question.NONE));
    }
    return questions;
  }

  private static List<Question> byPicture(List<Embedding> points, Map<String, BitSet> right) {
    List<Question> questions = new ArrayList<>();
    int most = Math.max(2, points.size() / ALIKE);
    for (BitSet answers : right.values()) {
      if (answers.cardinality() > 1 && answers.cardinality() <= most) {
        answers.stream()
            .forEach(picture -> questions.add(new Question(points.get(picture), answers, picture)));
      }
    }
    return drawn(questions, QUESTIONS);
  }
}
