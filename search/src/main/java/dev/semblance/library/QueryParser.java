package dev.semblance.library;

import dev.semblance.crawl.Location;
import dev.semblance.crawl.PictureFiles;
import dev.semblance.library.Query.Subject;
import dev.semblance.library.Query.Term;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a command line as a [Query].
///
/// ```text
/// query  = [sign] term (sign term)*
/// sign   = "+" | "-"                a word of its own, or attached to the next: +beach -people
/// term   = [weight] (picture | word+)
/// weight = number ":"               2:dog  0.5:beach; not where a digit follows, as in 10:30
/// ```
///
/// - Words without a sign between them are one text: `red bridge`. A word with spaces in it (quoted
///   in the shell) is taken as it is: signs within it are part of the text.
/// - A picture is a word that is a file which can be a picture, or that looks like a path: it
///   begins with `./`, `../`, `/`, `~/`, a drive or `file:`, or ends like a picture (`pool.jpg`). A
///   word that looks like a path and leads to no file is an error and not a text.
/// - `text:` before a word takes it and all after it, up to the next sign, as text:
///   `text:logo.png`.
/// - A sign for what is subtracted makes the weight negative.
public final class QueryParser {
  private static final Pattern WEIGHT =
      Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+):(?![0-9])(.*)", Pattern.DOTALL);
  private static final Pattern PATH_START =
      Pattern.compile("\\.{0,2}[/\\\\].*|~[/\\\\].*|[A-Za-z]:[/\\\\].*|file:/.*", Pattern.DOTALL);
  private static final Pattern NETWORK =
      Pattern.compile("[a-z]+://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String AS_TEXT = "text:";

  private final Path folder;
  private final List<Term> terms = new ArrayList<>();

  private final List<String> pending = new ArrayList<>();
  private String sign = "";

  private QueryParser(Path folder) {
    this.folder = folder;
  }

  /// The query that words stand for.
  ///
  /// @param words as the shell hands them over
  /// @param folder where relative picture paths start
  /// @throws IllegalArgumentException when the words make no query, or a word that looks like a
  ///   path leads to no file; the message says which
  public static Query parse(List<String> words, Path folder) {
    QueryParser parser = new QueryParser(folder);
    for (String word : words) {
      parser.take(word);
    }
    parser.endTerm("");
    if (parser.terms.isEmpty()) {
      throw new IllegalArgumentException(
          "say what to search for: words, a picture, or a sum of them");
    }
    return Query.sum(parser.terms);
  }

  private void take(String word) {
    if (word.equals("+") || word.equals("-")) {
      endTerm(word);
    } else if (word.length() > 1 && (word.charAt(0) == '+' || word.charAt(0) == '-')) {
      endTerm(word.substring(0, 1));
      pending.add(word.substring(1));
    } else if (!word.isBlank()) {
      pending.add(word);
    }
  }

  /// Makes a term of the words since the last sign.
  ///
  /// @param next the sign that follows; empty at the end
  private void endTerm(String next) {
    if (!pending.isEmpty()) {
      addTerm();
      pending.clear();
    } else if (!sign.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing follows " + sign + " in the query; write what to add or subtract after it");
    }
    sign = next;
  }

  private void addTerm() {
    double weight = sign.equals("-") ? -1 : 1;
    Matcher weighted = WEIGHT.matcher(pending.getFirst());
    if (weighted.matches()) {
      weight *= Double.parseDouble(weighted.group(1));
      pending.set(0, weighted.group(2));
      pending.removeIf(String::isBlank);
    }
    if (pending.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing follows the weight "
              + weighted.group(1)
              + ": in the query; write 2:dog, or \"2:golden retriever\"");
    }
    terms.add(new Term(weight, subject()));
  }

  private Subject subject() {
    String first = pending.getFirst();
    if (first.startsWith(AS_TEXT)) {
      pending.set(0, first.substring(AS_TEXT.length()));
      return new Subject.Text(String.join(" ", pending).strip());
    }
    if (pending.size() == 1) {
      return picture(first)
          .<Subject>map(Subject.Picture::new)
          .orElseGet(() -> new Subject.Text(first.strip()));
    }
    for (String word : pending) {
      if (looksLikePath(word)) {
        throw new IllegalArgumentException(
            word
                + " stands among other words; put + or - before it, or quote all the words if they"
                + " are one text");
      }
    }
    return new Subject.Text(String.join(" ", pending));
  }

  /// The picture that a word means, if it means one.
  private Optional<Path> picture(String word) {
    if (NETWORK.matcher(word).matches() && !word.startsWith("file:")) {
      throw new IllegalArgumentException(
          word + ": pictures are not fetched from the network; save it and search with the file");
    }
    Optional<Path> file = path(word).filter(Files::isRegularFile);
    if (looksLikePath(word)) {
      return Optional.of(file.orElseThrow(() -> noFile(word)));
    }
    return file.filter(PictureFiles::tried);
  }

  private static IllegalArgumentException noFile(String word) {
    return new IllegalArgumentException(
        word + ": there is no such file; for a text that looks like a path write text:" + word);
  }

  private static boolean looksLikePath(String word) {
    return PATH_START.matcher(word).matches()
        || (PictureFiles.namedLikePicture(word)
            && word.lastIndexOf('.') > 0
            && !word.contains(" "));
  }

  private Optional<Path> path(String word) {
    try {
      if (word.startsWith("file:/")) {
        return Optional.of(Location.pathOf(word));
      }
      return Optional.of(
          word.startsWith("~/")
              ? Path.of(System.getProperty("user.home")).resolve(word.substring(2))
              : folder.resolve(word).normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
