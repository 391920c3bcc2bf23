package dev.semblance.gallery.brush;

import io.github.humbleui.skija.RuntimeEffectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/// A textured ink in the making: pick a kind, change what matters, then [#ink]. For one thread; the
/// inks made are immutable.
public final class Texture {
  private final Effect effect;
  private final Map<String, float[]> settings = new LinkedHashMap<>();

  private Texture(Effect effect) {
    this.effect = effect;
    set("offset", 0, 0);
  }

  /// Two colours in patches of about 40 units, flat on the picture.
  public static Texture mottle(int from, int to) {
    return new Texture(Effect.MOTTLE)
        .set("scale", 1, 1)
        .set("turn", 0)
        .set("contrast", 2.2)
        .set("relief", 0)
        .set("sun", 2, 2)
        .colour("from", from)
        .colour("to", to);
  }

  /// Two colours in patches on a plane that ends at the horizon; `far` is the colour there.
  public static Texture ground(double horizon, int from, int to, int far) {
    return new Texture(Effect.GROUND)
        .set("horizon", horizon)
        .set("middle", 240)
        .set("height", 160)
        .set("scale", 1, 1)
        .set("contrast", 2.2)
        .set("relief", 1)
        .set("sun", 3, 2)
        .colour("from", from)
        .colour("to", to)
        .colour("far", far);
  }

  /// Clouds under a flat ceiling; `cover` is 0 (none) to 1 (overcast).
  public static Texture clouds(double horizon, int lit, int shade, double cover) {
    return new Texture(Effect.CLOUDS)
        .set("horizon", horizon)
        .set("middle", 240)
        .set("size", 1)
        .set("cover", 0.70 - 0.52 * cover)
        .set("soft", 0.22)
        .set("sun", 240, 40)
        .colour("lit", lit)
        .colour("shade", shade);
  }

  /// Rock lit from one side, with snow above `snowline` and mist towards `base`.
  public static Texture rock(double top, double base, int rock, int dark) {
    return new Texture(Effect.ROCK)
        .set("scale", 1, 1)
        .set("sun", 5, 4)
        .set("snowline", top - 1)
        .set("top", top)
        .set("base", base)
        .colour("rock", rock)
        .colour("dark", dark)
        .colour("snow", 0xFFF4F7FB)
        .colour("haze", 0x00FFFFFF);
  }

  /// Cells with rims, one about 16 units wide.
  public static Texture cells(int from, int to) {
    return new Texture(Effect.CELLS)
        .set("scale", 1, 1)
        .set("edge", 0.3)
        .colour("from", from)
        .colour("to", to);
  }

  static Texture of(Effect effect) {
    return new Texture(effect);
  }

  /// Finer (above 1) or coarser patterns.
  public Texture scale(double x, double y) {
    return set("scale", x, y);
  }

  public Texture turn(double radians) {
    return set("turn", radians);
  }

  public Texture contrast(double contrast) {
    return set("contrast", contrast);
  }

  /// How strongly the bumps catch the light.
  public Texture relief(double relief) {
    return set("relief", relief);
  }

  /// Any other setting of the effect by its name there.
  public Texture set(String name, double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    settings.put(name, floats);
    return this;
  }

  /// A colour of the effect by its name there.
  public Texture colour(String name, int colour) {
    return set(
        name,
        Tone.channel(colour, 16) / 255.0,
        Tone.channel(colour, 8) / 255.0,
        Tone.channel(colour, 0) / 255.0,
        Tone.channel(colour, 24) / 255.0);
  }

  /// The ink, its pattern starting at a place that the dice choose.
  public Ink ink(Dice dice) {
    set("offset", dice.between(0, Noise.SIZE), dice.between(0, Noise.SIZE));
    Map<String, float[]> fixed = Map.copyOf(settings);
    Effect kind = effect;
    return Ink.of(() -> {
      try (RuntimeEffectBuilder builder = builder(kind, fixed)) {
        return builder.makeShader();
      }
    });
  }

  RuntimeEffectBuilder builder() {
    return builder(effect, settings);
  }

  private static RuntimeEffectBuilder builder(Effect effect, Map<String, float[]> settings) {
    RuntimeEffectBuilder builder = new RuntimeEffectBuilder(effect.compiled());
    builder.setChild("noise", Noise.shader());
    settings.forEach((name, values) -> apply(builder, name, values));
    return builder;
  }

  private static void apply(RuntimeEffectBuilder builder, String name, float[] v) {
    switch (v.length) {
      case 1 -> builder.setUniform(name, v[0]);
      case 2 -> builder.setUniform(name, v[0], v[1]);
      case 4 -> builder.setUniform(name, v[0], v[1], v[2], v[3]);
      default ->
          throw new IllegalArgumentException(
              name + " has " + v.length + " values; 1, 2 and 4 are known");
    }
  }
}
