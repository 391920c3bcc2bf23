package dev.semblance.cli.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Puts standard error back where the starting script kept it from Java.
///
/// Java writes a warning there when it starts with an incubator module, and offers no way to switch
/// that off; so the script starts it with standard error closed to it and the real one under
/// another number.
public final class StandardError {
  private StandardError() {}

  /// Makes standard error what `descriptor` is, for this whole process, native code included.
  ///
  /// @throws IllegalStateException when the system refuses
  @SuppressWarnings("restricted") // bin/semblance allows native access; so does the jar's manifest
  public static void restoreFrom(int descriptor) {
    Linker linker = Linker.nativeLinker();
    MethodHandle dup2 =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("dup2"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      int result = (int) dup2.invokeExact(descriptor, 2);
      if (result != 2) {
        throw new IllegalStateException("descriptor " + descriptor + " is not open");
      }
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("dup2 failed", e);
    }
  }
}
