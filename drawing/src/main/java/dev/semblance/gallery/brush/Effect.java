package dev.semblance.gallery.brush;

import io.github.humbleui.skija.RuntimeEffect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The shaders, written in Skia's shading language in the `.sksl` files beside this class.
/// Coordinates are the canvas's own units; every one sees the noise tile as `noise`. Colours come
/// in straight; `main` gives premultiplied ones.
enum Effect {
  /// Clouds on a flat ceiling that recedes to the horizon.
  CLOUDS,
  /// Two colours mixed by noise, with the relief of the noise lit from one side.
  MOTTLE,
  /// The same on a plane that recedes to the horizon.
  GROUND,
  /// Rock that catches light on one flank, with snow above a line.
  ROCK,
  /// What lies above a waterline, mirrored in moving water; `glitter` is the sun's road.
  WATER,
  /// Grain: grey noise around nothing, to be laid over.
  GRAIN,
  /// Cells and their rims, for pebbles, leaves and scales.
  CELLS;

  private static final Map<Effect, RuntimeEffect> COMPILED = new ConcurrentHashMap<>();

  /// The compiled effect; shared, not to be closed.
  RuntimeEffect compiled() {
    return COMPILED.computeIfAbsent(this, effect -> RuntimeEffect.makeForShader(effect.source()));
  }

  private String source() {
    String file = name().toLowerCase(Locale.ROOT) + ".sksl";
    try (InputStream in = Effect.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file + " is not on the class path").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read", e);
    }
  }
}
