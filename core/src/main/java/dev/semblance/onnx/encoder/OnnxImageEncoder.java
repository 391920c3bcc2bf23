package dev.semblance.onnx.encoder;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessor;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;

/// Pictures through an ONNX network.
public final class OnnxImageEncoder implements ImageEncoder {
  /// More gains nothing; dynamic int8 takes one at a time
  /// (docs/decisions/0003-int8-and-batch-mates.md).
  private static final int BATCH = 8;

  private final EmbeddingSpace space;
  private final Preprocessor preprocessor;
  private final Tower tower;
  private final PixelInput pixels;
  private final SideInputs others;
  private final int most;

  public OnnxImageEncoder(EmbeddingSpace space, Preprocessing preprocessing, Tower tower) {
    this.space = space;
    this.preprocessor = new Preprocessor(preprocessing);
    this.tower = tower;
    TensorPort input = tower.input();
    this.pixels = new PixelInput(input, preprocessing, tower.called());
    this.others = new SideInputs(tower.graph(), input.name(), tower.called());
    int fixed = Math.max(0, Math.toIntExact(input.length(0)));
    this.most = tower.mustRunAlone() ? 1 : fixed > 0 ? fixed : BATCH;
  }

  @Override
  public EmbeddingSpace space() {
    return space;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public Preprocessing preprocessing() {
    return preprocessor.preprocessing();
  }

  @Override
  public Prepared prepare(Input.Image input) {
    tower.requireOpen();
    float[] numbers = new float[preprocessor.length()];
    preprocessor.write(input.pixels(), numbers, 0);
    return new PreparedImage(this, input.source(), numbers);
  }

  @Override
  public List<Embedding> encode(List<Prepared> batch) {
    tower.requireSome(batch);
    List<PreparedImage> pictures = batch.stream().map(this::mine).toList();
    List<Embedding> embeddings = new ArrayList<>(pictures.size());
    for (int from = 0; from < pictures.size(); from += most) {
      embeddings.addAll(run(pictures.subList(from, Math.min(pictures.size(), from + most))));
    }
    return embeddings;
  }

  private PreparedImage mine(Prepared prepared) {
    if (prepared instanceof PreparedImage image && image.encoder == this) {
      return image;
    }
    throw new IllegalArgumentException(
        prepared.source() + ": was not prepared by the picture encoder of " + space.name());
  }

  private List<Embedding> run(List<PreparedImage> pictures) {
    List<String> sources = pictures.stream().map(PreparedImage::source).toList();
    float[][] vectors;
    try (Batch batch = new Batch()) {
      pixels.add(batch, pictures.stream().map(picture -> picture.numbers).toList());
      others.addForPictures(batch);
      vectors = tower.run(batch, pictures.size(), new int[pictures.size()]);
    } catch (ModelException e) {
      throw Tower.failed(e, sources);
    }
    return tower.embeddings(space, vectors, sources);
  }

  /// A picture as numbers, float32 `[3, height, width]`.
  private static final class PreparedImage implements Prepared {
    private final OnnxImageEncoder encoder;
    private final String source;
    private final float[] numbers;

    private PreparedImage(OnnxImageEncoder encoder, String source, float[] numbers) {
      this.encoder = encoder;
      this.source = source;
      this.numbers = numbers;
    }

    @Override
    public String source() {
      return source;
    }
  }
}
