package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.Given;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Names;
import dev.semblance.library.Library;
import dev.semblance.library.Query;
import dev.semblance.model.Modality;
import dev.semblance.space.Embedding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `semblance embed`: the vectors themselves.
final class EmbedCommand implements Callable<Integer> {
  private final PositionalParamSpec inputs =
      PositionalParamSpec.builder()
          .paramLabel("TEXT|FILE")
          .arity("1..*")
          .required(true)
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("What to embed.")
          .build();
  private final OptionSpec json =
      OptionSpec.builder("--json")
          .type(boolean.class)
          .description("One JSON object a line, with the vector.")
          .build();
  private final GlobalOptions options;

  EmbedCommand(GlobalOptions options) {
    this.options = options;
  }

  /// How it is called, and what help says of it.
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("embed");
    spec.addPositional(inputs).addOption(json);
    spec.usageMessage()
        .header("Print the embeddings of texts and pictures.")
        .description(
            "",
            "An argument that names a file is embedded as a picture, any other as a text. Embeddings"
                + " have unit length; only those of one space can be compared.",
            "",
            "With --json, one object a line: input, modality (text or image), space (its name and"
                + " the beginning of its fingerprint), dimension, vector.")
        .footer(
            "",
            "Examples:",
            "  semblance embed \"a red bridge\" bridge.jpg",
            "  semblance embed --json --model mini \"a red bridge\" | jq .vector");
    return spec;
  }

  @Override
  public Integer call() {
    try (Library library = options.open()) {
      for (String input : Given.<List<String>>value(inputs).orElseThrow()) {
        Modality modality = isFile(input) ? Modality.IMAGE : Modality.TEXT;
        Query query =
            switch (modality) {
              case TEXT -> Query.text(input);
              case IMAGE -> Query.picture(options.path(input));
            };
        Embedding embedding = library.embed(query);
        options.tellOfCutTexts(library, query);
        options
            .surroundings()
            .out()
            .line(
                Given.flag(json)
                    ? asJson(input, modality, embedding)
                    : asText(input, modality, embedding));
      }
    }
    return ExitCode.FOUND;
  }

  private boolean isFile(String input) {
    Path path;
    try {
      path = options.path(input);
    } catch (InvalidPathException _) {
      return false;
    }
    if (Files.isRegularFile(path)) {
      return true;
    }
    if (input.matches("(?i)\\S+\\.(jpe?g|png|gif|bmp|webp|tiff?|heic|avif)")) {
      throw new IllegalArgumentException(
          path + ": there is no such picture; to embed it as a text, put a space at its end");
    }
    return false;
  }

  private static String asJson(String input, Modality modality, Embedding embedding) {
    return new JsonLine()
        .with("input", input)
        .with("modality", modality.name().toLowerCase(Locale.ROOT))
        .with("space", space(embedding))
        .with("dimension", embedding.space().dimension())
        .with("vector", embedding.toArray())
        .end();
  }

  private static String asText(String input, Modality modality, Embedding embedding) {
    float[] vector = embedding.toArray();
    StringBuilder begin = new StringBuilder();
    for (int i = 0; i < Math.min(4, vector.length); i++) {
      begin.append(String.format(Locale.ROOT, i == 0 ? "%.4f" : ", %.4f", vector[i]));
    }
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%d numbers: %s, ... (--json prints all)",
        Names.shown(input),
        modality.name().toLowerCase(Locale.ROOT),
        space(embedding),
        vector.length,
        begin);
  }

  private static String space(Embedding embedding) {
    return embedding.space().name() + "@" + embedding.space().fingerprint().substring(0, 12);
  }
}
