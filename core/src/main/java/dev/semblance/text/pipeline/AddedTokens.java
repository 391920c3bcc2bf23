package dev.semblance.text.pipeline;

import dev.semblance.text.normalize.Normalizer;
import dev.semblance.text.subword.IdList;
import dev.semblance.text.subword.SubwordModel;
import dev.semblance.text.unicode.CodePoints;
import dev.semblance.text.unicode.PhraseFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds added tokens in a text, leftmost first and the longest of those that begin together
/// (`added_vocabulary.rs` of Hugging Face tokenizers). Immutable and safe for many threads.
final class AddedTokens {
  private final PhraseFinder finder;
  private final Map<String, Entry> byText;

  private AddedTokens(Map<String, Entry> byText) {
    this.byText = byText;
    finder = new PhraseFinder(byText.keySet());
  }

  /// The ids of added tokens: of those the model knows the model's, of others the next free ones in
  /// their order. The ids written in the file are not asked, as in the reference.
  static List<Entry> number(List<AddedToken> tokens, SubwordModel model) {
    Map<String, Integer> ids = new HashMap<>();
    List<Entry> result = new ArrayList<>();
    int next = model.size();
    for (AddedToken token : tokens) {
      int known = ids.getOrDefault(token.content(), model.idOf(token.content()));
      int id = known < 0 ? next++ : known;
      ids.put(token.content(), id);
      result.add(new Entry(token, id));
    }
    return result;
  }

  /// The tokens that are sought in the text as it is.
  static AddedTokens plain(List<Entry> tokens) {
    Map<String, Entry> byText = new HashMap<>();
    for (Entry entry : tokens) {
      if (!entry.token().normalized()) {
        byText.put(entry.token().content(), entry);
      }
    }
    return new AddedTokens(byText);
  }

  /// The tokens that are sought in the normalised text.
  static AddedTokens normalized(List<Entry> tokens, Normalizer normalizer) {
    Map<String, Entry> byText = new HashMap<>();
    for (Entry entry : tokens) {
      AddedToken token = entry.token();
      String text = token.normalized() ? normalizer.normalize(token.content()) : "";
      if (!text.isEmpty()) {
        byText.put(text, entry);
      }
    }
    return new AddedTokens(byText);
  }

  /// Adds the ids of the tokens in a text, and hands over what lies between them, in order.
  void split(String text, IdList ids, TextSink sink) {
    int done = 0;
    int at = finder.isEmpty() ? text.length() : 0;
    while (at < text.length()) {
      String phrase = finder.longestAt(text, at);
      Entry entry = byText.get(phrase);
      int end = at + Math.max(1, phrase.length());
      if (entry != null && entry.fits(text, at, end)) {
        int from = entry.token.takesLeft() ? whiteSpaceBefore(text, at, done) : at;
        emit(text, done, from, sink);
        ids.add(entry.id);
        end = entry.token.takesRight() ? whiteSpaceBehind(text, end) : end;
        done = end;
      }
      at = end;
    }
    emit(text, done, text.length(), sink);
  }

  private static void emit(String text, int from, int to, TextSink sink) {
    if (from < to) {
      sink.accept(text.substring(from, to), from == 0);
    }
  }

  private static int whiteSpaceBefore(String text, int start, int least) {
    int from = start;
    while (from > least && CodePoints.isWhiteSpace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int whiteSpaceBehind(String text, int end) {
    int to = end;
    while (to < text.length() && CodePoints.isWhiteSpace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /// Takes a part of a text that is no added token.
  @FunctionalInterface
  interface TextSink {
    /// @param part not empty
    /// @param first whether it begins the text
    void accept(String part, boolean first);
  }

  record Entry(AddedToken token, int id) {
    boolean fits(String text, int start, int end) {
      return !token.singleWord()
          || ((start == 0 || !CodePoints.isWord(text.codePointBefore(start)))
              && (end == text.length() || !CodePoints.isWord(text.codePointAt(end))));
    }
  }
}
