package dev.semblance.gallery.brush;

/// Water that mirrors what is painted above its line.
///
/// @param line where the water begins, in canvas units from the top
/// @param deep the water's own colour
/// @param chop 0 is a mirror, 1 a breeze, 2 and more a sea
/// @param clear how much of the mirror shows, 0 to 1
/// @param sunX where the light stands, for its road on the water
/// @param shine the colour of that road; a clear one leaves it out
public record Water(double line, int deep, double chop, double clear, double sunX, int shine) {
  public void paint(Art art) {
    paint(art, Shape.box(0, line, art.width(), art.height() - line));
  }

  /// Only inside the outline.
  public void paint(Art art, Shape outline) {
    Dice dice = art.dice();
    Texture texture =
        Texture.of(Effect.WATER)
            .set("line", line)
            .set("depth", Math.max(30, art.height() - line))
            .set("chop", chop)
            .set("offset", dice.between(0, Noise.SIZE), dice.between(0, Noise.SIZE))
            .set("sunX", sunX)
            .set("clear", clear)
            .set("glitter", 1.4)
            .set("middle", art.width() / 2)
            .colour("deep", deep)
            .colour("shine", shine);
    art.mirror(outline, texture);
  }
}
