package dev.semblance.train;

import dev.semblance.model.CardJson;
import dev.semblance.model.ClassPathFiles;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.train.data.TextBook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The frozen text encoder of the mini model, all-MiniLM-L6-v2 from its Maven artifact, and the
/// vectors it gives.
final class TextVectors {
  /// The network and the tokenizer, at the root of the artifact.
  static final String NETWORK = "all-minilm-l6-v2-q.onnx";

  static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
  private static final int LONGEST = 256;
  private static final int CHUNK = 64;
  private static final int TELL_EVERY = 5000;

  private TextVectors() {}

  /// The text side of a card whose network is this encoder.
  ///
  /// @param head the network behind it, where there is one
  static ModelCard.TextSide side(Optional<String> head) {
    ModelCard.Graph graph =
        new ModelCard.Graph(
            List.of(new ModelCard.VariantFile("int8", NETWORK)),
            "input_ids",
            "last_hidden_state",
            ModelCard.Pooling.MEAN,
            false,
            head);
    TokenizerSpec spec = new TokenizerSpec(LONGEST, false, 0, TokenizerSpec.Cleaning.NONE);
    return new ModelCard.TextSide(graph, TOKENIZER, spec, "");
  }

  /// Puts the network and the tokenizer into a model's folder.
  static void writeTo(Path folder) throws IOException {
    for (String file : List.of(NETWORK, TOKENIZER)) {
      try (InputStream in = TextVectors.class.getClassLoader().getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException(file + " is not on the class path");
        }
        Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// The encoder alone, as a model.
  static Model open() {
    ModelCard card =
        new ModelCard(
            "all-MiniLM-L6-v2",
            "sentences as vectors, by its quantised network",
            MiniData.TEXT_WIDTH,
            Optional.of(side(Optional.empty())),
            Optional.empty(),
            new ModelCard.Scoring(ModelCard.Link.SOFTMAX, 1, 0, "none"),
            List.of(),
            "Apache-2.0",
            List.of("en"),
            List.of(),
            List.of());
    ModelFiles artifact =
        new ClassPathFiles(
            card.name(),
            TextVectors.class.getClassLoader(),
            Map.of(NETWORK, NETWORK, TOKENIZER, TOKENIZER));
    return OnnxModels.open(new WithCard(artifact, CardJson.write(card)), OpenOptions.usual());
  }

  /// Files with a card made in memory.
  @SuppressWarnings("ArrayRecordComponent") // one card, never compared
  private record WithCard(ModelFiles files, byte[] card) implements ModelFiles {
    @Override
    public String name() {
      return files.name();
    }

    @Override
    public boolean has(String file) {
      return file.equals(CardJson.FILE) || files.has(file);
    }

    @Override
    public byte[] read(String file) {
      return file.equals(CardJson.FILE) ? card : files.read(file);
    }

    @Override
    public Optional<Path> path(String file) {
      return file.equals(CardJson.FILE) ? Optional.empty() : files.path(file);
    }

    @Override
    public List<String> list() {
      return List.of(NETWORK, TOKENIZER, CardJson.FILE);
    }
  }

  /// Writes `texts.txt` and `texts.f32` for a book, keeping the vectors of texts that the old book
  /// had in the same places.
  static void write(TextBook book, Path cache, PrintStream log) {
    Path texts = cache.resolve("texts.txt");
    Path vectors = cache.resolve("texts.f32");
    Path fresh = cache.resolve("texts.f32.new");
    try {
      int kept = Files.exists(texts) && Files.exists(vectors) ? common(book, texts) : 0;
      long keptBytes = (long) kept * MiniData.TEXT_WIDTH * Float.BYTES;
      if (kept == book.texts().size() && Files.size(vectors) == keptBytes) {
        return;
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 20)) {
        if (kept > 0) {
          try (InputStream in = Files.newInputStream(vectors)) {
            copy(in, out, keptBytes);
          }
        }
        embed(book.texts().subList(kept, book.texts().size()), out, log);
      }
      Files.move(fresh, vectors, StandardCopyOption.ATOMIC_MOVE);
      book.write(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(vectors + ": cannot be written", e);
    }
  }

  private static int common(TextBook book, Path old) {
    List<String> before = TextBook.read(old).texts();
    List<String> now = book.texts();
    int same = 0;
    while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
      same++;
    }
    return same;
  }

  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the old vectors end " + left + " bytes early");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static void embed(List<String> texts, OutputStream out, PrintStream log)
      throws IOException {
    ByteBuffer row =
        ByteBuffer.allocate(MiniData.TEXT_WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (Model model = open()) {
      for (int from = 0; from < texts.size(); from += CHUNK) {
        List<Input.Text> chunk =
            texts.subList(from, Math.min(from + CHUNK, texts.size())).stream()
                .map(Input.Text::new)
                .toList();
        for (Embedding embedding : model.requireText().embed(chunk)) {
          row.clear().asFloatBuffer().put(embedding.toArray());
          out.write(row.array());
        }
        if (from / TELL_EVERY != (from + CHUNK) / TELL_EVERY) {
          log.println("texts: " + from + " of " + texts.size());
        }
      }
    }
  }
}
