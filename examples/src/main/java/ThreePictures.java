import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;

/// The whole idea in one page: three pictures, one sentence, and a sort.
///
/// A model puts pictures and words into one space. There, what belongs together lies in one
/// direction, and the cosine of the angle between two points says how much.
void main() {
  // A model holds native memory, so it is closed. This one comes with the class path.
  try (Model model = ModelStore.ofUser().open("mini", OpenOptions.usual())) {

    // Three pictures. These are drawn on the spot; `PictureDecoder` reads files.
    List<Drawing> pictures =
        Stream.of(
                "a red suspension bridge at sunset", "a golden retriever on a beach", "a pie chart")
            .map(this::drawn)
            .toList();

    // Each becomes a point: a few hundred numbers, of length one.
    Map<String, Embedding> points = new LinkedHashMap<>();
    for (Drawing picture : pictures) {
      Input input = new Input.Image(picture.render(480, 360), picture.name());
      points.put(picture.name(), model.embed(input));
    }

    // So does a sentence.
    Embedding sentence = model.embed(new Input.Text("a dog by the sea"));

    // The nearest picture is the one it describes.
    points.entrySet().stream()
        .sorted(Comparator.comparingDouble(point -> -point.getValue().cosine(sentence)))
        .forEach(point ->
            IO.println(
                String.format(
                    Locale.ROOT, "%.3f  %s", point.getValue().cosine(sentence), point.getKey())));
  }
}

/// The demo's drawing whose caption begins so.
Drawing drawn(String caption) {
  return Gallery.demo().stream()
      .filter(drawing -> drawing.caption().startsWith(caption))
      .findFirst()
      .orElseThrow();
}
