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
  private final Way way;
  private final float @Nullable [] dashes;

  /// How it is laid on.
  private record Way(float alpha, float blur, BlendMode mode) {
    static final Way PLAIN = new Way(1, 0, BlendMode.SRC_OVER);
  }

  private Ink(int colour, @Nullable Source source, Way way, float @Nullable [] dashes) {
    this.colour = colour;
    this.source = source;
    this.way = way;
    this.dashes = dashes;
  }

  private Ink laid(Way other) {
    return new Ink(colour, source, other, dashes);
  }

  public static Ink of(int colour) {
    return new Ink(colour, null, Way.PLAIN, null);
  }

  static Ink of(Source source) {
    return new Ink(Tone.BLACK, source, Way.PLAIN, null);
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
    return laid(new Way((float) (way.alpha * factor), way.blur, way.mode));
  }

  /// Softens the edge; `radius` is about the width of the soft rim.
  public Ink blur(double radius) {
    return laid(new Way(way.alpha, (float) radius, way.mode));
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
    return new Ink(colour, source, way, lengths);
  }

  private Ink blend(BlendMode other) {
    return laid(new Way(way.alpha, way.blur, other));
  }

  private @Nullable MaskFilter soften() {
    return way.blur > 0 ? MaskFilter.makeBlur(FilterBlurMode.NORMAL, way.blur / 2) : null;
  }

  /// Runs `use` with this ink's paint, then closes all of it.
  void with(float strokeWidth, java.util.function.Consumer<Paint> use) {
    try (Paint paint = new Paint().setAntiAlias(true).setDither(true).setColor(colour);
        Shader shader = source == null ? null : source.make();
        MaskFilter soft = soften();
        PathEffect dash = dashes == null ? null : PathEffect.makeDash(dashes, 0)) {
      if (strokeWidth > 0) {
        paint.setStroke(true).setStrokeWidth(strokeWidth);
        paint.setStrokeCap(dashes == null ? PaintStrokeCap.ROUND : PaintStrokeCap.BUTT);
        paint.setStrokeJoin(PaintStrokeJoin.ROUND);
      }
      paint.setShader(shader).setMaskFilter(soft).setPathEffect(dash).setBlendMode(way.mode);
      paint.setAlphaf(paint.getAlphaf() * way.alpha);
      use.accept(paint);
    }
  }
}
