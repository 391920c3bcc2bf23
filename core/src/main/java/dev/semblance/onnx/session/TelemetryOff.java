package dev.semblance.onnx.session;

import dev.semblance.model.ModelException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// Keeps ONNX Runtime from reporting to its makers.
///
/// Since 1.29.0 (pull request 27379) it starts an uploader on Linux and macOS when its environment
/// is created, and writes a device id into the user's cache; only the variable
/// `ORT_DISABLE_TELEMETRY`, set before, keeps it from that. It also runs a recursive pattern over
/// the command line there, which overflows the stack of a JVM with a class path of some kilobytes.
/// Java cannot set a variable of its own process, so the C library does. On Windows nothing is sent
/// by the runtime itself, and its own switch is used.
final class TelemetryOff {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private TelemetryOff() {}

  /// Must be called before the runtime's environment is created.
  static void ensure() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.startsWith("windows") && !"1".equals(System.getenv(VARIABLE))) {
      setVariable();
    }
  }

  /// `setenv(3)`.
  @SuppressWarnings("restricted") // the manifest enables native access, which ONNX Runtime needs too
  private static void setVariable() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle setenv = linker.downcallHandle(library.findOrThrow("setenv"), signature);
      MemorySegment name = arena.allocateFrom(VARIABLE);
      MemorySegment value = arena.allocateFrom("1");
      int result = (int) setenv.invokeExact(name, value, 1);
      if (result != 0) {
        throw new ModelException("the variable " + VARIABLE + " cannot be set");
      }
    } catch (ModelException e) {
      throw e;
    } catch (Throwable e) {
      throw new ModelException(
          "ONNX Runtime's telemetry cannot be switched off: set " + VARIABLE + "=1 and start again",
          e);
    }
  }
}
