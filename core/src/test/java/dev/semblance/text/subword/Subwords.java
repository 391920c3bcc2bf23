package dev.semblance.text.subword;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// What the tests of subword models share: vocabularies from lists, ids as lists, random texts.
final class Subwords {
  /// A small alphabet, so that texts repeat themselves: ASCII, two bytes, three, a pair of
  /// surrogates.
  private static final List<String> CHARACTERS = List.of("a", "b", "c", "é", "▁", "🦄");

  private Subwords() {}

  /// A vocabulary whose ids are the places in a list.
  static Vocabulary vocabulary(String... texts) {
    Vocabulary.Builder builder = Vocabulary.builder();
    for (int id = 0; id < texts.length; id++) {
      builder.add(texts[id], id);
    }
    return builder.build();
  }

  static Vocabulary vocabulary(List<String> texts) {
    return vocabulary(texts.toArray(String[]::new));
  }

  static List<Integer> encode(SubwordModel model, String piece) {
    IdList ids = new IdList();
    model.encode(piece, ids);
    return list(ids);
  }

  static List<Integer> list(IdList ids) {
    int[] copy = new int[ids.size()];
    ids.copyTo(copy, 0, copy.length);
    return IntStream.of(copy).boxed().toList();
  }

  /// A text of one to so many characters.
  static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int count = 1 + random.nextInt(longest); count > 0; count--) {
      text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return text.toString();
  }

  /// Different texts, at least so many, the single characters of some of them first.
  static List<String> texts(Random random, int count, int longest) {
    Set<String> texts = new LinkedHashSet<>(CHARACTERS.subList(0, 4));
    while (texts.size() < count) {
      texts.add(text(random, longest));
    }
    return new ArrayList<>(texts);
  }

  /// The characters of a text, surrogates together.
  static List<String> characters(String text) {
    return new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
  }
}
