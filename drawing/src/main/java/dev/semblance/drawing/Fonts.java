package dev.semblance.drawing;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The typefaces that come with Semblance: Liberation (SIL Open Font License 1.1) from the class
/// path. The fonts of the system are never asked, so text looks alike on every machine.
///
/// Each face is read at first use and kept for the life of the process. Safe for many threads.
public enum Fonts {
  /// Liberation Sans.
  SANS("LiberationSans-Regular"),
  /// Liberation Sans Bold.
  SANS_BOLD("LiberationSans-Bold"),
  /// Liberation Sans Italic.
  SANS_ITALIC("LiberationSans-Italic"),
  /// Liberation Serif.
  SERIF("LiberationSerif-Regular"),
  /// Liberation Serif Bold.
  SERIF_BOLD("LiberationSerif-Bold"),
  /// Liberation Serif Italic.
  SERIF_ITALIC("LiberationSerif-Italic"),
  /// Liberation Mono.
  MONO("LiberationMono-Regular"),
  /// Liberation Mono Bold.
  MONO_BOLD("LiberationMono-Bold");

  private static final Map<Fonts, Typeface> LOADED = new ConcurrentHashMap<>();

  private final String file;

  Fonts(String file) {
    this.file = file;
  }

  /// The face itself; shared, not to be closed.
  public Typeface typeface() {
    return LOADED.computeIfAbsent(this, Fonts::read);
  }

  private static Typeface read(Fonts font) {
    try (Data data = Data.makeFromBytes(font.bytes())) {
      Typeface face = FontMgr.getDefault().makeFromData(data);
      return Objects.requireNonNull(face, font.file + ".ttf is no font");
    }
  }

  private byte[] bytes() {
    String path = "/liberation/" + file + ".ttf";
    try (InputStream in = Fonts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "font %s is not on the class path; add com.github.librepdf:openpdf-fonts-extra",
                path));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("font " + path + " could not be read", e);
    }
  }
}
