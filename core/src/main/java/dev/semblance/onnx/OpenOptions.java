package dev.semblance.onnx;

/// How a model is opened. Immutable, safe for many threads.
///
/// @param variant which precision runs: [#AUTO], or one by name such as `fp32`, `fp16`, `int8`
/// @param threads that work on one run of a network; [#AUTO_THREADS] for the machine's physical
///   cores
/// @param name what to call the model; empty for what its files say
/// @param dimension how many of an embedding's first components are kept: [#ALL], or one of the
///   card's truncations, which gives another space
public record OpenOptions(String variant, int threads, String name, int dimension) {
  /// The variant that suits most: int8 where there is one whose measured loss is small, else fp32.
  public static final String AUTO = "auto";

  /// As many threads as the machine has physical cores.
  public static final int AUTO_THREADS = 0;

  /// Whole embeddings.
  public static final int ALL = 0;

  public OpenOptions {
    if (dimension < 0) {
      throw new IllegalArgumentException(
          "dimension must be 0 (all) or one of the model's truncations, got " + dimension);
    }
    if (variant.isBlank()) {
      throw new IllegalArgumentException(
          "a variant is auto or a name such as fp32, fp16 or int8, got a blank one");
    }
    if (threads < 0 || threads > 1024) {
      throw new IllegalArgumentException(
          "threads must be 0 (as many as cores) to 1024, got " + threads);
    }
  }

  /// The usual: [#AUTO], all physical cores, the name the files give.
  public static OpenOptions usual() {
    return new OpenOptions(AUTO, AUTO_THREADS, "", ALL);
  }

  public OpenOptions withVariant(String other) {
    return new OpenOptions(other, threads, name, dimension);
  }

  public OpenOptions withThreads(int other) {
    return new OpenOptions(variant, other, name, dimension);
  }

  public OpenOptions withName(String other) {
    return new OpenOptions(variant, threads, other, dimension);
  }

  public OpenOptions withDimension(int other) {
    return new OpenOptions(variant, threads, name, other);
  }
}
