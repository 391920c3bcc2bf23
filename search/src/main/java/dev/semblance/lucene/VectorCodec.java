package dev.semblance.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/// Lucene's own codec and files, with graphs in large segments only and room for more dimensions.
///
/// What it writes is read by an unchanged Lucene, since it bears the names of Lucene's formats.
final class VectorCodec extends Lucene104Codec {
  /// Lucene's format allows 1,024; a SigLIP so400m has 1,152, larger text models 4,096.
  private static final int MAX_DIMENSIONS = 8192;

  /// Links a node has to others (M), and candidates kept while it is inserted (efConstruction), as
  /// in Malkov and Yashunin, https://arxiv.org/abs/1603.09320, where 16 and 100 are usual.
  private static final int LINKS = 16;

  private static final int BEAM = 100;

  private final KnnVectorsFormat vectors;

  VectorCodec(Tuning tuning) {
    this.vectors =
        new Wide(
            new Lucene99HnswVectorsFormat(
                LINKS,
                BEAM,
                Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                null,
                threshold(tuning.exactItems())));
  }

  /// Lucene builds a graph for n items when n is more than ln(n) times this number.
  private static int threshold(int items) {
    return items < 2 ? 0 : (int) Math.ceil(items / Math.log(items));
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }

  private static final class Wide extends KnnVectorsFormat {
    private final KnnVectorsFormat format;

    Wide(KnnVectorsFormat format) {
      super(format.getName());
      this.format = format;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
      return format.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
      return format.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
      return MAX_DIMENSIONS;
    }
  }
}
