package dev.semblance.image.resample;

/// The shape of a resampling filter.
public interface Kernel {
  /// How far the kernel reaches to each side, in target pixels when a picture is made smaller.
  double support();

  /// The kernel's height at a distance from its middle, before the weights are normalised.
  double weight(double distance);
}
