package dev.semblance.train.net;

import java.util.List;

/// The sizes of the picture net and its heads.
///
/// @param stem channels after the first convolution
/// @param widths channels of each stage, which halves the picture
/// @param blocks residual blocks of each stage
/// @param features length of the vector before the heads
/// @param dimension length of an embedding, that of the text side's vectors
/// @param teacher length of the teacher's features
public record NetShape(
    int stem,
    List<Integer> widths,
    List<Integer> blocks,
    int features,
    int dimension,
    int teacher) {
  public NetShape {
    widths = List.copyOf(widths);
    blocks = List.copyOf(blocks);
    if (widths.isEmpty() || widths.size() != blocks.size()) {
      throw new IllegalArgumentException(
          "a net needs as many block counts as stage widths, got " + widths + " and " + blocks);
    }
  }

  /// The net of the mini model.
  public static NetShape mini() {
    return new NetShape(32, List.of(48, 96, 192, 384), List.of(1, 2, 2, 2), 768, 384, 1280);
  }
}
