package dev.semblance.eval;

import dev.semblance.eval.files.PictureSource;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.model.Encoder;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// Named pictures of a source as embeddings of a model.
public final class PictureEmbeddings {
  private final ImageEncoder encoder;
  private final IntConsumer progress;
  private final Map<String, Embedding> done = new HashMap<>();
  private final List<Encoded> waiting = new ArrayList<>();

  private record Encoded(String name, Encoder.Prepared prepared) {}

  private PictureEmbeddings(ImageEncoder encoder, IntConsumer progress) {
    this.encoder = encoder;
    this.progress = progress;
  }

  /// Decodes and embeds the wanted pictures.
  ///
  /// @param progress is told how many are done, now and then
  /// @return an embedding for each name
  /// @throws IllegalArgumentException naming some of those that the source lacks
  /// @throws dev.semblance.image.UnreadablePictureException when one cannot be decoded
  public static Map<String, Embedding> of(
      Model model, PictureSource source, Set<String> wanted, IntConsumer progress) {
    PictureEmbeddings work = new PictureEmbeddings(model.requireImage(), progress);
    Set<String> missing = source.read(wanted, work::take);
    if (!missing.isEmpty()) {
      List<String> some = new TreeSet<>(missing).stream().limit(3).toList();
      throw new IllegalArgumentException(
          missing.size()
              + " of "
              + wanted.size()
              + " pictures are not in "
              + source.places()
              + ", such as "
              + String.join(", ", some)
              + "; names in the table are paths from the folder, or names in the tar");
    }
    work.encode();
    return work.done;
  }

  private void take(String name, byte[] bytes) {
    DecodeBounds bounds = DecodeBounds.forPreprocessing(encoder.preprocessing());
    Input.Image image =
        new Input.Image(new PictureDecoder().decode(bytes, name, bounds).pixels(), name);
    waiting.add(new Encoded(name, encoder.prepare(image)));
    if (waiting.size() >= encoder.batchSize()) {
      encode();
    }
  }

  private void encode() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Embedding> embeddings = encoder.encode(waiting.stream().map(Encoded::prepared).toList());
    for (int i = 0; i < embeddings.size(); i++) {
      done.put(waiting.get(i).name(), embeddings.get(i));
    }
    waiting.clear();
    progress.accept(done.size());
  }
}
