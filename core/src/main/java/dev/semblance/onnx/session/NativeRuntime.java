package dev.semblance.onnx.session;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.semblance.model.ClassPathFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// ONNX Runtime's environment, one for the whole process, and its native libraries.
///
/// The runtime itself would copy its 28 MB of native code out of the jar at every start (0.6 s
/// here); we do it once, into the user's cache, and tell it where. Safe for many threads.
public final class NativeRuntime {
  private static final String LIBRARY = "onnxruntime";
  private static final String BRIDGE = "onnxruntime4j_jni";

  private NativeRuntime() {}

  /// Loads the native libraries now, if they are not loaded yet.
  ///
  /// Takes about 0.15 s of a core; a program in a hurry calls it on a thread of its own while it
  /// does something else.
  public static void load() {
    environment();
  }

  /// The version, such as `1.29.0`.
  public static String version() {
    return environment().getVersion();
  }

  static OrtEnvironment environment() {
    return Holder.ENVIRONMENT;
  }

  static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT8 -> OnnxJavaType.INT8;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
      case OTHER -> OnnxJavaType.UNKNOWN;
    };
  }

  /// The folder of the runtime's jar that holds this platform's libraries, by the names of its
  /// `OnnxRuntime.initOsArch`.
  static Optional<String> platform(String system, String architecture) {
    String os = system.toLowerCase(Locale.ROOT);
    String arch = architecture.toLowerCase(Locale.ROOT);
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (os.startsWith("linux") && (intel || arm)) {
      return Optional.of(intel ? "linux-x64" : "linux-aarch64");
    }
    if (os.startsWith("mac") && arm) {
      return Optional.of("osx-aarch64");
    }
    return os.startsWith("windows") && intel ? Optional.of("win-x64") : Optional.empty();
  }

  private static void unpack(String platform) {
    if (System.getProperty("onnxruntime.native.path") != null) {
      return;
    }
    for (String library : new String[] {LIBRARY, BRIDGE}) {
      String property = "onnxruntime.native." + library + ".path";
      String file = System.mapLibraryName(library);
      Map<String, String> resource = Map.of(file, "ai/onnxruntime/native/" + platform + "/" + file);
      ClassPathFiles files =
          new ClassPathFiles(LIBRARY, OrtEnvironment.class.getClassLoader(), resource);
      Optional<Path> path = files.path(file);
      if (path.isPresent() && System.getProperty(property) == null) {
        System.setProperty(property, path.get().toString());
      }
    }
  }

  private static OrtEnvironment create() {
    TelemetryOff.ensure();
    platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))
        .ifPresent(NativeRuntime::unpack);
    try {
      // Whatever is an error comes back as an exception too; nothing is to be printed twice.
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "semblance");
      environment.setTelemetry(false);
      return environment;
    } catch (OrtException e) {
      throw new ModelException("ONNX Runtime cannot be started: " + e.getMessage(), e);
    } catch (UnsatisfiedLinkError | IllegalArgumentException e) {
      throw new ModelException(
          "ONNX Runtime has no native library for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + "; there are some for Linux and Windows on x64, and Linux and macOS on arm64",
          e);
    }
  }

  private static final class Holder {
    static final OrtEnvironment ENVIRONMENT = create();
  }
}
