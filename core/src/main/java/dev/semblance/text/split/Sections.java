package dev.semblance.text.split;

import dev.semblance.text.unicode.PatternMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// A text as a row of sections, each a delimiter or not, that cover it.
final class Sections {
  private final String text;
  private final List<Section> sections = new ArrayList<>();

  private Sections(String text) {
    this.text = text;
  }

  /// Delimiters are the matches of a pattern, or with `invert` what lies between them.
  static Sections at(String text, Pattern pattern, boolean invert) {
    Sections result = new Sections(text);
    PatternMatches matches = new PatternMatches(pattern, text);
    int done = 0;
    while (matches.next()) {
      result.add(done, matches.start(), invert);
      result.sections.add(new Section(matches.start(), matches.end(), !invert));
      done = matches.end();
    }
    result.add(done, text.length(), invert);
    return result;
  }

  /// Delimiters are single characters.
  static Sections at(String text, IntPredicate delimiter) {
    Sections result = new Sections(text);
    int done = 0;
    int length;
    for (int i = 0; i < text.length(); i += length) {
      int codePoint = text.codePointAt(i);
      length = Character.charCount(codePoint);
      if (delimiter.test(codePoint)) {
        result.add(done, i, false);
        done = i + length;
        result.add(i, done, true);
      }
    }
    result.add(done, text.length(), false);
    return result;
  }

  private void add(int from, int to, boolean delimiter) {
    if (from < to) {
      sections.add(new Section(from, to, delimiter));
    }
  }

  /// Hands over what is left by a behaviour, as parts of a piece with this text.
  void emit(SplitBehavior behavior, boolean first, Consumer<Piece> out) {
    List<Section> parts =
        switch (behavior) {
          case REMOVED -> sections.stream().filter(section -> !section.delimiter).toList();
          case ISOLATED -> sections;
          case CONTIGUOUS -> contiguous();
          case MERGED_WITH_PREVIOUS -> mergedWithPrevious();
          case MERGED_WITH_NEXT -> mergedWithNext();
        };
    for (Section part : parts) {
      if (part.from < part.to) {
        out.accept(new Piece(text.substring(part.from, part.to), first && part.from == 0));
      }
    }
  }

  private List<Section> contiguous() {
    List<Section> result = new ArrayList<>();
    for (Section section : sections) {
      Section last = result.isEmpty() ? null : result.getLast();
      if (last != null && last.delimiter == section.delimiter) {
        result.set(result.size() - 1, new Section(last.from, section.to, section.delimiter));
      } else {
        result.add(section);
      }
    }
    return result;
  }

  private List<Section> mergedWithPrevious() {
    List<Section> result = new ArrayList<>();
    boolean afterDelimiter = false;
    for (Section section : sections) {
      if (section.delimiter && !afterDelimiter && !result.isEmpty()) {
        result.set(result.size() - 1, new Section(result.getLast().from, section.to, true));
      } else {
        result.add(section);
      }
      afterDelimiter = section.delimiter;
    }
    return result;
  }

  private List<Section> mergedWithNext() {
    List<Section> result = new ArrayList<>();
    boolean beforeDelimiter = false;
    for (Section section : sections.reversed()) {
      if (section.delimiter && !beforeDelimiter && !result.isEmpty()) {
        result.set(result.size() - 1, new Section(section.from, result.getLast().to, true));
      } else {
        result.add(section);
      }
      beforeDelimiter = section.delimiter;
    }
    return result.reversed();
  }

  private record Section(int from, int to, boolean delimiter) {}
}
