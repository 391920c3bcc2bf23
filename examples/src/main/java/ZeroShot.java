import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;

/// Telling classes apart by their names alone: nobody showed the model an example of them.
void main() {
  List<String> names = List.of("pie chart", "dog", "bridge", "sailing boat");
  try (Model model = ModelStore.ofUser().open("mini", OpenOptions.usual())) {
    // One text a class, in a sentence as captions are.
    List<Embedding> classes =
        names.stream().map(name -> model.embed(new Input.Text("a picture of a " + name))).toList();

    Drawing drawing =
        Gallery.demo().stream()
            .filter(one -> one.caption().contains("pie chart"))
            .findFirst()
            .orElseThrow();
    Embedding picture = model.embed(new Input.Image(drawing.render(480, 360), drawing.name()));

    // A cosine becomes a logit by the model's own scale; leaving the scale out makes all classes
    // look equally likely.
    double scale = model.card().scoring().scale();
    double[] weights =
        classes.stream().mapToDouble(c -> Math.exp(scale * c.cosine(picture))).toArray();
    double total = Arrays.stream(weights).sum();
    IO.println(drawing.caption());
    for (int i = 0; i < names.size(); i++) {
      IO.println(String.format(Locale.ROOT, "  %.3f  %s", weights[i] / total, names.get(i)));
    }
  }
}
