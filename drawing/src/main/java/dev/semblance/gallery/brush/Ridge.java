package dev.semblance.gallery.brush;

/// A line of noise, for skylines of hills and waves: smooth, repeatable, about -1 to 1.
public final class Ridge {
  private final Noise.Lattice lattice;
  private final float row;
  private final int octaves;

  public Ridge(Dice dice, int octaves) {
    this.lattice = new Noise.Lattice(dice.seed());
    this.row = dice.between(0, 200);
    this.octaves = octaves;
  }

  /// The height at `x`, whose unit is the length of the longest wave.
  public float at(double x) {
    float sum = 0;
    float strength = 1;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += strength * lattice.at((float) (x * scale), row, 256);
      strength *= 0.5f;
      scale *= 2.03;
    }
    return sum * 1.2f;
  }
}
