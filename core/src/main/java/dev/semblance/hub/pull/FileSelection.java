package dev.semblance.hub.pull;

import dev.semblance.model.ModelException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a repository's files a model needs: networks of the wanted precision with the data
/// beside them, and the small files around them (`*.json`, `*.txt`, `*.model`, licences).
///
/// A network `model.onnx` that joins both towers is left out where `text_model.onnx` and
/// `vision_model.onnx` lie beside it.
///
/// @param patterns narrow the files first; `*` within a folder, `**` across folders; none for all
/// @param variants the precisions wanted, `auto` for the best there is (int8, else fp32), `all` for
///   all
public record FileSelection(List<String> patterns, List<String> variants) {
  /// What suits most.
  public static final FileSelection USUAL = new FileSelection(List.of(), List.of("auto"));

  private static final List<String> ENDINGS =
      List.of("fp16", "int8", "quantized", "uint8", "q4", "q4f16", "bnb4");
  private static final List<String> BEST =
      List.of("int8", "quantized", "fp32", "fp16", "uint8", "q4", "q4f16", "bnb4");
  private static final Pattern NETWORK =
      Pattern.compile("(.*?)(?:_(" + String.join("|", ENDINGS) + "))?\\.onnx");
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "text_model",
          "vision_model",
          "visual",
          "textual",
          "text",
          "image_encoder",
          "text_encoder");
  private static final Pattern SMALL =
      Pattern.compile("(?i)[^/]+\\.(json|txt|model)|[^/]+\\.txt\\.gz|licen[sc]e[^/]*");

  public FileSelection {
    patterns = List.copyOf(patterns);
    variants = List.copyOf(variants);
    for (String variant : variants) {
      if (!variant.matches("[a-z0-9]+")) {
        throw new IllegalArgumentException(
            "\"" + variant + "\" is no variant; write auto, all, fp32, fp16, int8 or another");
      }
    }
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("name at least one variant, or auto");
    }
  }

  /// The same files in other precisions.
  public FileSelection withVariants(List<String> others) {
    return new FileSelection(patterns, others);
  }

  /// The files needed, sorted.
  ///
  /// @param names all there are
  /// @param where they are, for messages
  /// @throws ModelException when there is no network among them, or none of the precision wanted
  List<String> of(List<String> names, String where) {
    List<String> narrowed = names.stream().filter(this::fits).toList();
    Map<String, Map<String, String>> networks = networks(narrowed);
    if (networks.isEmpty()) {
      throw new ModelException(
          where
              + ": holds no network that can be used here (found "
              + (names.isEmpty() ? "nothing" : shown(names))
              + "); look for an export with onnx/model.onnx or onnx/text_model.onnx");
    }
    Set<String> chosen = chosen(networks, where);
    Set<String> needed = new TreeSet<>(chosen);
    for (String name : narrowed) {
      boolean data =
          chosen.stream()
              .anyMatch(it -> name.startsWith(it + "_data") || name.startsWith(it + ".data"));
      if (data || isSmall(name, chosen)) {
        needed.add(name);
      }
    }
    return List.copyOf(needed);
  }

  private boolean fits(String name) {
    return !name.equals(Origin.FILE)
        && (patterns.isEmpty() || patterns.stream().anyMatch(glob -> matches(glob, name)));
  }

  private static boolean matches(String glob, String name) {
    StringBuilder regex = new StringBuilder();
    for (String part : glob.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)")) {
      regex.append(
          switch (part) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> Pattern.quote(part);
          });
    }
    return name.matches(regex.toString());
  }

  /// Files by base name, then by precision.
  private Map<String, Map<String, String>> networks(List<String> names) {
    boolean any = names.contains("semblance.json") || !patterns.isEmpty();
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (String name : names) {
      Matcher matcher = NETWORK.matcher(name);
      if (matcher.matches()) {
        String base = matcher.group(1);
        if (any || KNOWN.contains(base.substring(base.lastIndexOf('/') + 1))) {
          String variant = Optional.ofNullable(matcher.group(2)).orElse("fp32");
          found.computeIfAbsent(base, _ -> new LinkedHashMap<>()).put(variant, name);
        }
      }
    }
    List.copyOf(found.keySet()).stream()
        .filter(base -> base.equals("model") || base.endsWith("/model"))
        .map(base -> base.substring(0, base.length() - "model".length()))
        .filter(
            in -> found.containsKey(in + "text_model") && found.containsKey(in + "vision_model"))
        .forEach(in -> found.remove(in + "model"));
    return found;
  }

  private Set<String> chosen(Map<String, Map<String, String>> networks, String where) {
    Set<String> chosen = new LinkedHashSet<>();
    Set<String> there = new TreeSet<>();
    for (Map<String, String> files : networks.values()) {
      there.addAll(files.keySet());
    }
    for (String variant : variants) {
      if (variant.equals("all")) {
        networks.values().forEach(files -> chosen.addAll(files.values()));
        continue;
      }
      boolean known =
          variant.equals("auto")
              || networks.values().stream().anyMatch(files -> find(files, variant).isPresent());
      if (!known) {
        throw new ModelException(
            where + ": has no variant " + variant + "; there are " + String.join(", ", there));
      }
      for (Map<String, String> files : networks.values()) {
        chosen.add(find(files, variant).orElseGet(() -> best(files)));
      }
    }
    return chosen;
  }

  private static Optional<String> find(Map<String, String> files, String variant) {
    return switch (variant) {
      case "int8" -> first(files, List.of("int8", "quantized"));
      case "quantized" -> first(files, List.of("quantized", "int8"));
      default -> first(files, List.of(variant));
    };
  }

  private static String best(Map<String, String> files) {
    return first(files, BEST).orElseGet(() -> files.values().iterator().next());
  }

  private static Optional<String> first(Map<String, String> files, List<String> variants) {
    return variants.stream().flatMap(it -> Optional.ofNullable(files.get(it)).stream()).findFirst();
  }

  /// Small files count at the top, and beside or above a network.
  private static boolean isSmall(String name, Collection<String> networks) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    boolean near =
        folder.isEmpty()
            || folder.equals("1_Pooling/")
            || networks.stream().anyMatch(network -> network.startsWith(folder));
    return near && SMALL.matcher(name.substring(folder.length())).matches();
  }

  private static String shown(List<String> names) {
    List<String> some = new ArrayList<>(names.subList(0, Math.min(8, names.size())));
    return String.join(", ", some) + (names.size() > some.size() ? ", ..." : "");
  }
}
