package dev.semblance.text.subword;

import java.util.List;

/// A vocabulary in which the id of a word is its place, and what a model that uses it makes of a
/// piece, in words.
record Words(List<String> texts) {
  static Words of(String... texts) {
    return new Words(List.of(texts));
  }

  Vocabulary vocabulary() {
    return Subwords.vocabulary(texts);
  }

  List<String> cut(SubwordModel model, String piece) {
    return Subwords.encode(model, piece).stream().map(texts::get).toList();
  }
}
