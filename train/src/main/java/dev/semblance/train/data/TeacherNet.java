package dev.semblance.train.data;

import java.nio.file.Files;
import java.nio.file.Path;

/// A network trained by others, ImageNet's 1,000 names and a background, whose answers are targets.
/// Its weights are neither copied nor used to initialise anything.
public enum TeacherNet {
  /// MobileNet EdgeTPU (mlcommons/mobile_models, Apache-2.0).
  EDGE_TPU("mobilenet_edgetpu.onnx", 0.00787402, "teacher"),
  /// MobileNetV2 (google-coral/test_data, Apache-2.0).
  V2("mobilenet_v2.onnx", 0.0078125, "teacher-v2");

  private final String file;
  private final double scale;
  private final String prefix;

  TeacherNet(String file, double scale, String prefix) {
    this.file = file;
    this.scale = scale;
    this.prefix = prefix;
  }

  /// Its file among the teachers.
  public String file() {
    return file;
  }

  /// What its pixels, less 128, are multiplied by.
  public double scale() {
    return scale;
  }

  /// Whether a folder of prepared data holds its answers.
  public boolean answeredIn(Path folder) {
    return Files.exists(featureFile(folder));
  }

  Path featureFile(Path folder) {
    return folder.resolve(prefix + "-features.f16");
  }

  Path scoreFile(Path folder) {
    return folder.resolve(prefix + "-scores.f16");
  }
}
