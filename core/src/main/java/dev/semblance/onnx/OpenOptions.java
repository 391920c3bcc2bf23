package dev.semblance.onnx;

/// How a model is opened. Immutable, safe for many threads.
///
/// @param variant which precision runs: [#AUTO], or one by name such as `fp32`, `fp16`, `int8`
/// @param threads that work on one run of a network; [#AUTO_THREADS] for the machine's physical
///   cores
/// @param name what to call the model; empty for what its files say
public record OpenOptions(String variant, int threads, String name) {
  /// The variant that suits most: int8 where there is one, else fp32.
  public static final String AUTO = "auto";

  /// As many threads as the machine has physical cores.
  public static final int AUTO_THREADS = 0;

  public OpenOptions {
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
    return new OpenOptions(AUTO, AUTO_THREADS, "");
  }

  public OpenOptions withVariant(String other) {
    return new OpenOptions(other, threads, name);
  }

  public OpenOptions withThreads(int other) {
    return new OpenOptions(variant, other, name);
  }

  public OpenOptions withName(String other) {
    return new OpenOptions(variant, threads, other);
  }
}
