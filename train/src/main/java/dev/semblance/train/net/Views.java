package dev.semblance.train.net;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Stored pictures into what the net takes: a part of each, resampled, with its light changed.
public final class Views {
  private static final long BILINEAR = 0;
  private static final long BORDER = 1;

  private Views() {}

  /// Parts of pictures.
  ///
  /// @param pictures unsigned bytes `[n, side, side, 3]`
  /// @param maps for each picture an affine map `[2, 3]` from the wanted places to those of the
  ///   source, both from -1 to 1: `[n, 2, 3]`
  /// @param light for each picture and channel a factor and a summand, in units of the full range
  ///   from 0 to 1: `[n, 6]`, factors first
  /// @param side wanted side in pixels
  /// @return float32 `[n, 3, side, side]`, centred for the net, channels last in memory
  public static Tensor parts(Tensor pictures, Tensor maps, Tensor light, int side) {
    long n = pictures.size(0);
    Tensor source =
        pictures.permute(0, 3, 1, 2).to(ScalarType.Float).contiguous(MemoryFormat.ChannelsLast);
    Tensor grid = torch.affine_grid_generator(maps, new long[] {n, 3, side, side}, false);
    Tensor parts = torch.grid_sampler_2d(source, grid, BILINEAR, BORDER, false);
    Tensor factor = light.narrow(1, 0, 3).reshape(n, 3, 1, 1);
    Tensor summand = light.narrow(1, 3, 3).reshape(n, 3, 1, 1);
    Tensor lit =
        parts
            .mul(Tensors.number(1 / 255.0))
            .mul(factor)
            .add(summand)
            .clamp(
                new org.bytedeco.pytorch.ScalarOptional(Tensors.number(0)),
                new org.bytedeco.pytorch.ScalarOptional(Tensors.number(1)));
    return centred(lit);
  }

  /// Whole pictures at another size, averaged as Pillow's bilinear filter does.
  ///
  /// @param pictures unsigned bytes `[n, side, side, 3]`
  /// @return float32 `[n, 3, side, side]`, centred for the net, channels last in memory
  public static Tensor whole(Tensor pictures, int side) {
    Tensor source = pictures.permute(0, 3, 1, 2).to(ScalarType.Float);
    Tensor map = averaging((int) pictures.size(1), side);
    Tensor small = torch.matmul(torch.matmul(map, source), map.t());
    return centred(small.mul(Tensors.number(1 / 255.0)));
  }

  /// The matrix `[side, from]` that brings a line of pixels to another length: a triangle of the
  /// width of the shrinking about each wanted pixel's middle, weights that sum to 1.
  static Tensor averaging(int from, int side) {
    double ratio = (double) from / side;
    double reach = Math.max(1, ratio);
    float[] weights = new float[side * from];
    for (int row = 0; row < side; row++) {
      double middle = (row + 0.5) * ratio;
      double sum = 0;
      for (int column = 0; column < from; column++) {
        sum += triangle((column + 0.5 - middle) / reach);
      }
      for (int column = 0; column < from; column++) {
        weights[row * from + column] = (float) (triangle((column + 0.5 - middle) / reach) / sum);
      }
    }
    return Tensors.floats(weights, side, from);
  }

  private static double triangle(double x) {
    return Math.max(0, 1 - Math.abs(x));
  }

  private static Tensor centred(Tensor pixels) {
    return pixels
        .sub(Tensors.number(ResidualNet.MEAN))
        .mul(Tensors.number(1 / ResidualNet.DEVIATION))
        .contiguous(MemoryFormat.ChannelsLast);
  }
}
