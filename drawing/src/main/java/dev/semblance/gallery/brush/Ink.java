package dev.semblance.gallery.brush;

import io.github.humbleui.skija.BlendMode;
import io.github.humbleui.skija.FilterBlurMode;
import io.github.humbleui.skija.MaskFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.PathEffect;
import io.github.humbleui.skija.Shader;
import org.jspecify.annotations.Nullable;

/// What a shape is filled with: a colour, a gradient or a texture, with opacity, blur and a way of
/// blending. Immutable; coordinates are the canvas's units.
public final class Ink {
  /// Makes the shader of a gradient or texture; the caller closes it.
  interface Source {
    Shader make();
  }

  private final int colour;
  private final @Nullable Source source;
  private final float alpha;
  private final float blur;
  private final BlendMode mode;
  private final float @Nullable [] dashes;

  private Ink(
      int colour,
      @Nullable Source source,
      float alpha,
      float blur,
      BlendMode mode,
      float @Nullable [] dashes) {
    this.colour = colour;
    this.source = source;
    this.alpha = alpha;
    this.blur = blur;
    this.mode = mode;
    this.dashes = dashes;
  }

  public static Ink of(int colour) {
    return new Ink(colour, null, 1, 0, BlendMode.SRC_OVER, null);
  }

  static Ink of(Source source) {
    return new Ink(Tone.BLACK, source, 1, 0, BlendMode.SRC_OVER, null);
  }

  /// A gradient downwards from `top` to `bottom`, the colours evenly spread.
  public static Ink down(double top, double bottom, int... colours) {
    return of(() -> Shader.makeLinearGradient(0, (float) top, 0, (float) bottom, colours));
  }

  /// A gradient to the right.
  public static Ink across(double left, double right, int... colours) {
    return of(() -> Shader.makeLinearGradient((float) left, 0, (float) right, 0, colours));
  }

  /// A gradient along a line: x, y, x, y.
  public static Ink along(double[] line, int... colours) {
    return of(() ->
        Shader.makeLinearGradient(
            (float) line[0], (float) line[1], (float) line[2], (float) line[3], colours));
  }

  /// A gradient from a centre outwards.
  public static Ink glow(double x, double y, double radius, int... colours) {
    return of(() ->
        Shader.makeRadialGradient((float) x, (float) y, (float) Math.max(0.01, radius), colours));
  }

  /// A round gradient squeezed to an ellipse that is `ratio` times as high as wide.
  public static Ink glowOval(double[] centre, double radius, double ratio, int... colours) {
    return of(() -> {
      try (Shader round = Shader.makeRadialGradient(0, 0, (float) radius, colours)) {
        return round.makeWithLocalMatrix(
            new io.github.humbleui.skija.Matrix33(
                1, 0, (float) centre[0], 0, (float) ratio, (float) centre[1], 0, 0, 1));
      }
    });
  }

  public Ink alpha(double factor) {
    return new Ink(colour, source, (float) (alpha * factor), blur, mode, dashes);
  }

  /// Softens the edge; `radius` is about the width of the soft rim.
  public Ink blur(double radius) {
    return new Ink(colour, source, alpha, (float) radius, mode, dashes);
  }

  public Ink multiply() {
    return blend(BlendMode.MULTIPLY);
  }

  public Ink screen() {
    return blend(BlendMode.SCREEN);
  }

  public Ink add() {
    return blend(BlendMode.PLUS);
  }

  public Ink overlay() {
    return blend(BlendMode.OVERLAY);
  }

  public Ink softLight() {
    return blend(BlendMode.SOFT_LIGHT);
  }

  /// Only where something is already painted in this layer.
  public Ink atop() {
    return blend(BlendMode.SRC_ATOP);
  }

  /// Takes away what is painted in this layer.
  public Ink erase() {
    return blend(BlendMode.DST_OUT);
  }

  /// Stroke in dashes: on, off lengths.
  public Ink dashed(float... lengths) {
    return new Ink(colour, source, alpha, blur, mode, lengths);
  }

  private Ink blend(BlendMode other) {
    return new Ink(colour, source, alpha, blur, other, dashes);
  }

  /// Runs `use` with this ink's paint, then closes all of it.
  void with(float strokeWidth, java.util.function.Consumer<Paint> use) {
    try (Paint paint = new Paint().setAntiAlias(true).setDither(true).setColor(colour);
        Shader shader = source == null ? null : source.make();
        MaskFilter soft = blur > 0 ? MaskFilter.makeBlur(FilterBlurMode.NORMAL, blur / 2) : null;
        PathEffect dash = dashes == null ? null : PathEffect.makeDash(dashes, 0)) {
      if (strokeWidth > 0) {
        paint.setStroke(true).setStrokeWidth(strokeWidth);
        paint.setStrokeCap(dashes == null ? PaintStrokeCap.ROUND : PaintStrokeCap.BUTT);
        paint.setStrokeJoin(PaintStrokeJoin.ROUND);
      }
      paint.setShader(shader).setMaskFilter(soft).setPathEffect(dash).setBlendMode(mode);
      paint.setAlphaf(paint.getAlphaf() * alpha);
      use.accept(paint);
    }
  }
}
