package dev.semblance.train;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Native memory that nobody uses but the C library keeps for later.
///
/// A run tells glibc to keep what a step gives back, since taking it anew each step costs a third
/// of the time ([MiniRecipe]). What is kept falls into pieces over the hours, of which not all fit
/// again, so that the process grows although nothing in use does. Given back now and then it starts
/// even, for well under a hundredth of the time.
///
/// Stateless.
final class NativeMemory {
  /// glibc's `malloc_trim`, where the C library has it: macOS, Windows and musl do not, and keep
  /// less.
  private static final Optional<MethodHandle> TRIM = trim();

  private NativeMemory() {}

  @SuppressWarnings("restricted") // malloc_trim only frees what is free
  private static Optional<MethodHandle> trim() {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor oneSize = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
    return linker
        .defaultLookup()
        .find("malloc_trim")
        .map(address -> linker.downcallHandle(address, oneSize));
  }

  /// Gives free memory back to the system, from all of the C library's arenas.
  ///
  /// @return whether there was any; false where the C library cannot
  static boolean giveBack() {
    if (TRIM.isEmpty()) {
      return false;
    }
    try {
      return (int) TRIM.get().invokeExact(0L) == 1;
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim cannot be called", e);
    }
  }
}
