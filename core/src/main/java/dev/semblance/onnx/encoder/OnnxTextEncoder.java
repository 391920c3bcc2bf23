package dev.semblance.onnx.encoder;

import dev.semblance.model.Input;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelException;
import dev.semblance.model.TextEncoder;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Networks;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.text.TokenIds;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.TokenizerSpec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Texts through an ONNX network. The tokenizer is read at the first text, while the network opens.
public final class OnnxTextEncoder implements TextEncoder {
  private static final int BATCH = 32;
  private static final int SHOWN = 60;

  private final EmbeddingSpace space;
  private final TokenizerFiles files;
  private final TextSide side;
  private final Tower tower;
  private final TensorPort input;
  private final SideInputs others;
  private volatile @Nullable Tokenizer tokenizer;

  public OnnxTextEncoder(EmbeddingSpace space, Networks networks, TextSide side, Tower tower) {
    this.space = space;
    this.files = new TokenizerFiles(networks);
    this.side = side;
    this.tower = tower;
    this.input = tower.input();
    this.others = new SideInputs(tower.graph(), input.name(), tower.called());
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
  public boolean cuts(String text) {
    return tokens(text).cut();
  }

  @Override
  public Prepared prepare(Input.Text input) {
    return new PreparedText(this, input.source(), tokens(input.text()));
  }

  private TokenIds tokens(String text) {
    tower.requireOpen();
    return tokenizer().encode(side.prefix() + text);
  }

  @Override
  public List<Embedding> encode(List<Prepared> batch) {
    tower.requireSome(batch);
    List<PreparedText> texts = batch.stream().map(this::mine).toList();
    int[] lengths = texts.stream().mapToInt(text -> text.columns(fixedColumns())).toArray();
    float[][] vectors = new float[texts.size()][];
    for (int[] run : TextBatches.runs(lengths, most(), others.masked())) {
      float[][] some = run(Arrays.stream(run).mapToObj(texts::get).toList());
      for (int i = 0; i < run.length; i++) {
        vectors[run[i]] = some[i];
      }
    }
    return tower.embeddings(space, vectors, texts.stream().map(PreparedText::shown).toList());
  }

  private PreparedText mine(Prepared prepared) {
    if (prepared instanceof PreparedText text && text.encoder == this) {
      return text;
    }
    throw new IllegalArgumentException(
        prepared.source() + ": was not prepared by the text encoder of " + space.name());
  }

  private int most() {
    if (tower.mustRunAlone()) {
      return 1;
    }
    return input.length(0) > 0 ? Math.toIntExact(input.length(0)) : BATCH;
  }

  /// The network's own number of ids; 0 where it takes any.
  private int fixedColumns() {
    return input.length(1) > 0 ? Math.toIntExact(input.length(1)) : 0;
  }

  private float[][] run(List<PreparedText> texts) {
    boolean withoutPictures = others.feedsNoPicture();
    try {
      return runOnce(texts);
    } catch (ModelException e) {
      if (withoutPictures) {
        others.fallBackToOnePicture();
        return run(texts);
      }
      throw Tower.failed(e, texts.stream().map(PreparedText::shown).toList());
    }
  }

  private float[][] runOnce(List<PreparedText> texts) {
    int fixedRows = Math.max(0, Math.toIntExact(input.length(0)));
    int rows = Math.max(texts.size(), fixedRows);
    int columns = 1;
    for (PreparedText text : texts) {
      columns = Math.max(columns, text.columns(fixedColumns()));
    }
    int[] lengths = new int[rows];
    try (Batch batch = new Batch()) {
      ByteBuffer ids = batch.add(input.name(), input.type(), rows, columns);
      for (int row = 0; row < rows; row++) {
        // A network of a fixed batch gets its last text again where there are too few.
        PreparedText text = texts.get(Math.min(row, texts.size() - 1));
        lengths[row] = text.ids.length();
        for (int column = 0; column < columns; column++) {
          SideInputs.putOne(ids, input.type(), row * columns + column, text.id(column));
        }
      }
      others.addForTexts(batch, lengths, columns);
      return tower.run(batch, texts.size(), lengths);
    }
  }

  private Tokenizer tokenizer() {
    Tokenizer read = tokenizer;
    if (read != null) {
      return read;
    }
    synchronized (this) {
      if (tokenizer == null) {
        tower.openAhead();
        tokenizer = files.read(side.tokenizerFile(), side.tokenizer());
      }
      return Objects.requireNonNull(tokenizer);
    }
  }

  /// A text as ids.
  private static final class PreparedText implements Prepared {
    private final OnnxTextEncoder encoder;
    private final String source;
    private final TokenIds ids;

    private PreparedText(OnnxTextEncoder encoder, String source, TokenIds ids) {
      this.encoder = encoder;
      this.source = source;
      this.ids = ids;
    }

    @Override
    public String source() {
      return source;
    }

    /// The source as messages show it, cut to a line.
    private String shown() {
      return source.length() <= SHOWN ? source : source.substring(0, SHOWN) + "...";
    }

    /// How many ids it brings into a run.
    private int columns(int fixed) {
      TokenizerSpec spec = encoder.side.tokenizer();
      if (fixed > 0) {
        return fixed;
      }
      return spec.fixedLength() ? ids.ids().length : Math.max(1, ids.length());
    }

    private int id(int column) {
      return column < ids.ids().length ? ids.ids()[column] : encoder.side.tokenizer().padId();
    }
  }
}
