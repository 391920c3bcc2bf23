package dev.semblance.text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.semblance.text.subword.Merges;
import dev.semblance.text.subword.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The merges of byte-pair encoding: pairs of texts, in the order in which they were learnt.
final class MergesReader {
  private final List<String> lefts = new ArrayList<>();
  private final List<String> rights = new ArrayList<>();
  private boolean present;

  /// Whether there was a list, be it empty.
  boolean isPresent() {
    return present;
  }

  /// Reads a JSON list of `"a b"`, or of `["a", "b"]`.
  void read(JsonParser parser) throws IOException {
    present = true;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("the tokenizer's merges must be a list");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        String left = nextText(parser);
        add(left, nextText(parser));
        if (parser.nextToken() != JsonToken.END_ARRAY) {
          throw new IllegalArgumentException(
              "the tokenizer's merge that begins with " + left + " has more than two texts");
        }
      } else {
        add(parser.getText());
      }
    }
  }

  /// The next token, which must be a text.
  static String nextText(JsonParser parser) throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      throw new IllegalArgumentException(
          "the tokenizer's model holds "
              + parser.getText()
              + " where a text must stand, at "
              + parser.currentLocation().offsetDescription());
    }
    return text;
  }

  /// Adds a merge written as `a b`.
  void add(String pair) {
    int space = pair.indexOf(' ');
    if (space < 0 || pair.indexOf(' ', space + 1) >= 0) {
      throw new IllegalArgumentException(
          "the tokenizer's merge \"" + pair + "\" is not two texts with one space between");
    }
    add(pair.substring(0, space), pair.substring(space + 1));
  }

  private void add(String left, String right) {
    lefts.add(left);
    rights.add(right);
  }

  /// The merges as ids.
  ///
  /// @param prefix what the right text loses when it is joined to the left one
  /// @throws IllegalArgumentException if a text is not in the vocabulary
  Merges build(Vocabulary vocabulary, String prefix) {
    Merges.Builder builder = Merges.builder();
    for (int i = 0; i < lefts.size(); i++) {
      String left = lefts.get(i);
      String right = rights.get(i);
      if (right.length() < prefix.length()) {
        throw new IllegalArgumentException(
            "the tokenizer's merge of " + left + " and " + right + " lacks the prefix " + prefix);
      }
      builder.add(
          known(vocabulary, left),
          known(vocabulary, right),
          known(vocabulary, left.concat(right.substring(prefix.length()))));
    }
    return builder.build();
  }

  private static int known(Vocabulary vocabulary, String token) {
    int id = vocabulary.find(token);
    if (id < 0) {
      throw new IllegalArgumentException(
          "the tokenizer's merges name " + token + ", which is not in its vocabulary");
    }
    return id;
  }
}
