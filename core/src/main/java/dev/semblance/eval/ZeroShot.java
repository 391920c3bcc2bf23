package dev.semblance.eval;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How well pictures find the names of their classes.
///
/// @param images pictures asked
/// @param names of the candidate classes
/// @param top1 share of pictures whose class comes first
/// @param top5 share of pictures whose class is among the first five
/// @param perClass one entry a class that occurs, in the order of the names
/// @param confusions `[class][class that came first]`, how often
@SuppressWarnings("ArrayRecordComponent") // a report, never compared
public record ZeroShot(
    int images,
    List<String> names,
    Share top1,
    Share top5,
    List<ClassShare> perClass,
    int[][] confusions) {
  public ZeroShot {
    names = List.copyOf(names);
    perClass = List.copyOf(perClass);
  }

  /// One class.
  ///
  /// @param images pictures of it
  /// @param top1 share of those for which it comes first
  public record ClassShare(String name, int images, double top1) {}

  /// Measures by exact comparison; a wrong class of the same score counts as better.
  ///
  /// @param labels for each picture the number of its class
  /// @param classes a point for each name
  public static ZeroShot measure(
      List<Embedding> pictures, int[] labels, List<Embedding> classes, List<String> names) {
    if (pictures.isEmpty() || pictures.size() != labels.length || classes.size() != names.size()) {
      throw new IllegalArgumentException(
          "each of at least one picture needs a label and each name a point, got "
              + pictures.size()
              + " pictures, "
              + labels.length
              + " labels, "
              + names.size()
              + " names, "
              + classes.size()
              + " points");
    }
    Placed[] placed =
        IntStream.range(0, labels.length)
            .parallel()
            .mapToObj(i -> place(pictures.get(i), labels[i], classes))
            .toArray(Placed[]::new);
    int[][] confusions = new int[names.size()][names.size()];
    for (int i = 0; i < labels.length; i++) {
      confusions[labels[i]][placed[i].first()]++;
    }
    List<ClassShare> perClass = new ArrayList<>();
    for (int name = 0; name < names.size(); name++) {
      int count = IntStream.of(confusions[name]).sum();
      if (count > 0) {
        double share = (double) confusions[name][name] / count;
        perClass.add(new ClassShare(names.get(name), count, share));
      }
    }
    return new ZeroShot(
        labels.length, names, within(placed, 1), within(placed, 5), perClass, confusions);
  }

  /// @param rank of the right class, from 1
  /// @param first the class that came first
  private record Placed(int rank, int first) {}

  private static Placed place(Embedding picture, int label, List<Embedding> classes) {
    double own = picture.cosine(classes.get(label));
    int rank = 1;
    int first = label;
    double best = own;
    for (int i = 0; i < classes.size(); i++) {
      double score = picture.cosine(classes.get(i));
      if (i != label && score >= own) {
        rank++;
        if (score >= best) {
          best = score;
          first = i;
        }
      }
    }
    return new Placed(rank, first);
  }

  private static Share within(Placed[] placed, int first) {
    boolean[] cases = new boolean[placed.length];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = placed[i].rank() <= first;
    }
    return Share.of(cases, IntStream.range(0, cases.length).toArray());
  }
}
