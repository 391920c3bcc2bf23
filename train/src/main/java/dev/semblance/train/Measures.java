package dev.semblance.train;

import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TextRow;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Views;
import dev.semblance.train.run.Shares;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/// How good a model is on the two sets that only measure: Flickr8k's dev captions must find their
/// pictures, and the pictures of nips17 their names among ImageNet's 1,000.
///
/// For one thread.
final class Measures implements Trainer.Exam, AutoCloseable {
  private static final int CHUNK = 250;
  private static final int GRID = 100;

  private final MiniData data;
  private final PictureStore flickr;
  private final PictureStore nips;
  private final int[] captionTexts;
  private final int[] captionPictures;
  private final int[] nipsClasses;

  Measures(MiniData data, Path dataFolder, Path cache) {
    this.data = data;
    flickr = PictureStore.open(cache, MiniData.FLICKR_DEV);
    nips = PictureStore.open(cache, MiniData.NIPS);
    List<TextRow> captions = MiniData.measureRows(dataFolder, MiniData.FLICKR_DEV);
    captionTexts = captions.stream().mapToInt(row -> data.book().number(row.text())).toArray();
    captionPictures = places(flickr.names(), captions);
    nipsClasses = classes(MiniData.measureRows(dataFolder, MiniData.NIPS));
  }

  private int[] classes(List<TextRow> rows) {
    int[] places = places(nips.names(), rows);
    int[] classes = new int[nips.size()];
    for (int i = 0; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      int found = data.names().indexOf(row.text().toLowerCase(Locale.ROOT));
      if (found < 0) {
        throw new IllegalArgumentException(
            row.file() + ": no ImageNet class is called " + row.text());
      }
      classes[places[i]] = found;
    }
    return classes;
  }

  /// For each row where its picture stands among the names.
  private static int[] places(List<String> names, List<TextRow> rows) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    return rows.stream()
        .mapToInt(row -> {
          Integer place = places.get(row.file());
          if (place == null) {
            throw new IllegalArgumentException(row.file() + ": no such picture is prepared");
          }
          return place;
        })
        .toArray();
  }

  /// Measures a learner with pictures of this side.
  @Override
  public Shares of(Learner learner, int side) {
    int dimension = learner.shape().dimension();
    float[] images = embed(learner, flickr, side);
    float[] texts = texts(learner, data.vectors().gather(captionTexts));
    int[] ranks = ranks(texts, images, captionPictures, dimension);
    float[] pictures = embed(learner, nips, side);
    int[] places = ranks(pictures, texts(learner, data.nameVectors()), nipsClasses, dimension);
    return new Shares(
        share(ranks, 1), share(ranks, 5), share(ranks, 10), share(places, 1), share(places, 5));
  }

  /// The cosines of the first 100 pictures of Flickr8k's dev split (rows) and the first caption of
  /// each (columns), `[100][100]`.
  @Override
  public double[][] grid(Learner learner, int side) {
    int dimension = learner.shape().dimension();
    float[] images = embed(learner, flickr, side);
    int[] first = new int[GRID];
    for (int caption = captionPictures.length - 1; caption >= 0; caption--) {
      if (captionPictures[caption] < GRID) {
        first[captionPictures[caption]] = captionTexts[caption];
      }
    }
    float[] said = texts(learner, data.vectors().gather(first));
    double[][] cosines = new double[GRID][GRID];
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        for (int i = 0; i < dimension; i++) {
          cosines[row][column] +=
              (double) images[row * dimension + i] * said[column * dimension + i];
        }
      }
    }
    return cosines;
  }

  private static float[] texts(Learner learner, float[] vectors) {
    try (PointerScope _ = new PointerScope()) {
      int n = vectors.length / MiniData.TEXT_WIDTH;
      return Tensors.toFloats(learner.embedTexts(Tensors.floats(vectors, n, MiniData.TEXT_WIDTH)));
    }
  }

  private static float[] embed(Learner learner, PictureStore store, int side) {
    int dimension = learner.shape().dimension();
    float[] all = new float[store.size() * dimension];
    for (int from = 0; from < store.size(); from += CHUNK) {
      int n = Math.min(CHUNK, store.size() - from);
      try (PointerScope _ = new PointerScope()) {
        Tensor bytes = Tensors.emptyBytes(n, PictureStore.SIDE, PictureStore.SIDE, 3);
        ByteBuffer memory = Tensors.bytes(bytes);
        for (int i = 0; i < n; i++) {
          store.read(from + i, memory);
        }
        float[] part = Tensors.toFloats(learner.embedImages(Views.whole(bytes, side)));
        System.arraycopy(part, 0, all, from * dimension, part.length);
      }
    }
    return all;
  }

  /// For each query the place of its answer among the candidates, from 0: how many are nearer.
  static int[] ranks(float[] queries, float[] candidates, int[] answers, int dimension) {
    try (PointerScope _ = new PointerScope()) {
      Tensor scores =
          org.bytedeco.pytorch.global.torch.mm(
              Tensors.floats(queries, queries.length / dimension, dimension),
              Tensors.floats(candidates, candidates.length / dimension, dimension).t());
      float[] all = Tensors.toFloats(scores);
      int width = candidates.length / dimension;
      int[] ranks = new int[answers.length];
      for (int i = 0; i < answers.length; i++) {
        float own = all[i * width + answers[i]];
        for (int j = 0; j < width; j++) {
          if (all[i * width + j] > own) {
            ranks[i]++;
          }
        }
      }
      return ranks;
    }
  }

  private static double share(int[] ranks, int first) {
    int found = 0;
    for (int rank : ranks) {
      if (rank < first) {
        found++;
      }
    }
    return (double) found / ranks.length;
  }

  @Override
  public void close() {
    flickr.close();
    nips.close();
  }
}
