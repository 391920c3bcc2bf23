package dev.semblance.drawing;

import dev.semblance.image.Pixels;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FilterBlurMode;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.FontEdging;
import io.github.humbleui.skija.FontHinting;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.MaskFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;

/// Paints a contact sheet: dark text on a light ground, pictures with round corners and a soft
/// shadow.
final class SheetPainter {
  private static final int GROUND = 0xFFF7F8FA;
  private static final int PANEL = 0xFFE9ECF0;
  private static final int RULE = 0xFFDFE3E8;
  private static final int INK = 0xFF1C2128;
  private static final int GREY = 0xFF69727D;
  private static final int ACCENT = 0xFF2F6FDB;

  private final Canvas canvas;
  private final SheetLayout layout;

  SheetPainter(Canvas canvas, SheetLayout layout) {
    this.canvas = canvas;
    this.layout = layout;
    canvas.clear(GROUND);
  }

  /// The sheet's title and a line under it.
  void title(String title, String subtitle) {
    int x = SheetLayout.MARGIN;
    float room = layout.width() - 2 * x;
    try (Font large = font(Fonts.SANS_BOLD, 34);
        Font small = font(Fonts.SANS, 19)) {
      text(Ellipsis.end(title, large, room), x, x + 30, large, INK);
      text(Ellipsis.end(subtitle, small, room), x, x + 61, small, GREY);
    }
  }

  void row(SheetRow row, int top) {
    heading(row, top);
    for (int i = 0; i < row.tiles().size(); i++) {
      tile(row.tiles().get(i), layout.picture(top, i));
    }
  }

  private void heading(SheetRow row, int top) {
    int x = SheetLayout.MARGIN;
    int right = layout.width() - x;
    line(Rect.makeLTRB(x, top, right, top + 1.5f), RULE);
    try (Font large = font(Fonts.SANS_BOLD, 24);
        Font small = font(Fonts.SANS, 17)) {
      String note = Ellipsis.end(row.note(), small, (right - x) * 0.4f);
      float noteWidth = small.measureTextWidth(note);
      text(note, right - noteWidth, top + 40, small, GREY);
      float room = right - x - noteWidth - SheetLayout.GAP;
      text(Ellipsis.end(row.heading(), large, room), x, top + 41, large, INK);
    }
  }

  private void tile(Tile tile, Rect box) {
    Tile.View view = tile.view((int) box.getWidth(), (int) box.getHeight());
    Pixels pixels = view.pixels();
    if (pixels == null) {
      missing(view.reason(), box);
    } else {
      picture(pixels, box);
    }
    float y = box.getBottom();
    try (Font first = font(Fonts.SANS_BOLD, 18);
        Font second = font(Fonts.SANS, 16)) {
      String caption = Ellipsis.end(tile.caption(), first, box.getWidth());
      String detail = Ellipsis.middle(tile.detail(), second, box.getWidth());
      text(caption, box.getLeft(), y + 25, first, ACCENT);
      text(detail, box.getLeft(), y + (caption.isEmpty() ? 24 : 47), second, GREY);
    }
  }

  private void picture(Pixels pixels, Rect box) {
    Rect place = SheetLayout.fitted(box, pixels.width(), pixels.height());
    boolean whole =
        place.getWidth() > box.getWidth() - 2 && place.getHeight() > box.getHeight() - 2;
    if (!whole) {
      fill(box, PANEL, 0);
    }
    RRect shape = rounded(place);
    shadow(place);
    canvas.save();
    canvas.clipRRect(shape, true);
    try (Image image = Raster.image(pixels)) {
      Rect all = Rect.makeWH(pixels.width(), pixels.height());
      canvas.drawImageRect(image, all, place, Raster.SMOOTH, null, true);
    }
    canvas.restore();
  }

  private void missing(String reason, Rect box) {
    fill(box, PANEL, 0);
    try (Font font = font(Fonts.SANS_ITALIC, 17)) {
      String words = Ellipsis.end(reason, font, box.getWidth() - 2f * SheetLayout.GAP);
      float x = box.getLeft() + (box.getWidth() - font.measureTextWidth(words)) / 2;
      text(words, x, box.getTop() + box.getHeight() / 2 + 6, font, GREY);
    }
  }

  private void shadow(Rect place) {
    fill(
        Rect.makeXYWH(place.getLeft(), place.getTop() + 3, place.getWidth(), place.getHeight()),
        0x38202830,
        6);
  }

  private void fill(Rect box, int colour, float blur) {
    try (Paint paint = new Paint().setAntiAlias(true).setColor(colour);
        MaskFilter soft = blur > 0 ? MaskFilter.makeBlur(FilterBlurMode.NORMAL, blur) : null) {
      canvas.drawRRect(rounded(box), paint.setMaskFilter(soft));
    }
  }

  private void line(Rect box, int colour) {
    try (Paint paint = new Paint().setColor(colour)) {
      canvas.drawRect(box, paint);
    }
  }

  private static RRect rounded(Rect box) {
    float radius = Math.min(SheetLayout.RADIUS, Math.min(box.getWidth(), box.getHeight()) / 2);
    return RRect.makeXYWH(box.getLeft(), box.getTop(), box.getWidth(), box.getHeight(), radius);
  }

  private void text(String text, float x, float y, Font font, int colour) {
    try (Paint paint = new Paint().setAntiAlias(true).setColor(colour)) {
      canvas.drawString(text, x, y, font, paint);
    }
  }

  private static Font font(Fonts face, float size) {
    Font font = new Font(face.typeface(), size);
    return font.setSubpixel(true).setEdging(FontEdging.ANTI_ALIAS).setHinting(FontHinting.NONE);
  }
}
