package dev.semblance.gallery.brush;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ClipMode;
import io.github.humbleui.skija.ColorFilter;
import io.github.humbleui.skija.ColorMatrix;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.FontEdging;
import io.github.humbleui.skija.FontHinting;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.RuntimeEffectBuilder;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;

/// A picture being painted. Its shorter side is always 360 units, whatever the pixels, so a scene
/// looks the same at every size. For one thread.
public final class Art {
  /// The length of the shorter side.
  public static final double SHORT = 360;

  private final Surface surface;
  private final Canvas canvas;
  private final double scale;
  private final Dice dice;

  Art(Surface surface, Dice dice) {
    this.surface = surface;
    this.canvas = surface.getCanvas();
    this.scale = Math.min(surface.getWidth(), surface.getHeight()) / SHORT;
    this.dice = dice;
    canvas.scale((float) scale, (float) scale);
  }

  public double width() {
    return surface.getWidth() / scale;
  }

  public double height() {
    return surface.getHeight() / scale;
  }

  /// The chance of this picture: the same throws at every size.
  public Dice dice() {
    return dice;
  }

  public void fill(Shape shape, Ink ink) {
    try (Path path = shape.build()) {
      ink.with(0, paint -> canvas.drawPath(path, paint));
    }
  }

  public void stroke(Shape shape, double width, Ink ink) {
    try (Path path = shape.build()) {
      ink.with((float) width, paint -> canvas.drawPath(path, paint));
    }
  }

  /// Covers everything.
  public void wash(Ink ink) {
    ink.with(0, canvas::drawPaint);
  }

  /// Paints only inside the outline.
  public void inside(Shape shape, Runnable work) {
    canvas.save();
    try (Path path = shape.build()) {
      canvas.clipPath(path, ClipMode.INTERSECT, true);
    }
    work.run();
    canvas.restore();
  }

  /// Paints in coordinates whose origin is the spot.
  public void at(Spot spot, Runnable work) {
    canvas.save();
    canvas.translate((float) spot.x(), (float) spot.y());
    canvas.rotate((float) spot.degrees());
    canvas.scale((float) (spot.mirrored() ? -spot.scale() : spot.scale()), (float) spot.scale());
    work.run();
    canvas.restore();
  }

  /// Paints in squeezed coordinates: x and y stretched about the origin.
  public void stretched(double x, double y, Runnable work) {
    canvas.save();
    canvas.scale((float) x, (float) y);
    work.run();
    canvas.restore();
  }

  /// Paints in slanted coordinates: `x` is how far a unit downwards moves to the right.
  public void slanted(double x, double y, Runnable work) {
    canvas.save();
    canvas.skew((float) x, (float) y);
    work.run();
    canvas.restore();
  }

  /// Paints to a sheet of its own that is laid on with the ink's opacity and way of blending.
  public void layer(Ink ink, Runnable work) {
    ink.with(
        0,
        paint -> {
          canvas.saveLayer((Rect) null, paint);
          work.run();
          canvas.restore();
        });
  }

  /// Paints to a sheet of its own that is blurred before it is laid on.
  public void blurred(double radius, Runnable work) {
    float sigma = (float) (radius / 2);
    try (Paint paint = new Paint();
        ImageFilter blur = ImageFilter.makeBlur(sigma, sigma, FilterTileMode.DECAL)) {
      paint.setImageFilter(blur);
      canvas.saveLayer((Rect) null, paint);
      work.run();
      canvas.restore();
    }
  }

  /// Paints to a sheet of its own that is then seen in a coloured light and through haze: each
  /// colour times `light`, then mixed with `haze` by 0 to 1.
  public void graded(int light, int haze, double amount, Runnable work) {
    float keep = (float) (1 - amount);
    float[] matrix = new float[20];
    for (int i = 0; i < 3; i++) {
      matrix[6 * i] = keep * Tone.channel(light, 16 - 8 * i) / 255f;
      matrix[5 * i + 4] = (float) amount * Tone.channel(haze, 16 - 8 * i) / 255f;
    }
    matrix[18] = 1;
    try (Paint paint = new Paint();
        ColorFilter filter = ColorFilter.makeMatrix(new ColorMatrix(matrix))) {
      paint.setColorFilter(filter);
      canvas.saveLayer((Rect) null, paint);
      work.run();
      canvas.restore();
    }
  }

  /// The last touch: darker corners and grain, each 0 (none) to 1 (strong).
  public void finish(double vignette, double grain) {
    double w = width();
    double h = height();
    int rim = Tone.alpha(0xFF100C14, vignette * 0.75);
    wash(Ink.glowOval(new double[] {w / 2, h / 2}, w * 0.72, h / w, 0, 0, rim));
    wash(Texture.of(Effect.GRAIN).set("amount", grain * 0.22).ink(dice));
  }

  /// Sets a line of text, its base line through the point.
  public void text(String text, double x, double y, Lettering lettering, Ink ink) {
    try (Font font = font(lettering)) {
      float left = (float) (x - lettering.align() * font.measureTextWidth(text));
      ink.with(0, paint -> canvas.drawString(text, left, (float) y, font, paint));
    }
  }

  /// The width of a line of text in canvas units.
  public double measure(String text, Lettering lettering) {
    try (Font font = font(lettering)) {
      return font.measureTextWidth(text);
    }
  }

  private static Font font(Lettering lettering) {
    Font font = new Font(lettering.face().typeface(), (float) lettering.size());
    font.setSubpixel(true).setEdging(FontEdging.ANTI_ALIAS).setHinting(FontHinting.NONE);
    return font.setScaleX((float) lettering.width());
  }

  /// Fills an outline with what is painted above the waterline, mirrored by the texture's effect.
  void mirror(Shape water, Texture texture) {
    Matrix33 toUnits = Matrix33.makeScale((float) (1 / scale));
    try (Image image = surface.makeImageSnapshot();
        Shader above =
            image.makeShader(
                FilterTileMode.CLAMP, FilterTileMode.CLAMP, SamplingMode.LINEAR, toUnits);
        RuntimeEffectBuilder builder = texture.builder()) {
      builder.setChild("above", above);
      fill(water, Ink.of(builder::makeShader));
    }
  }
}
