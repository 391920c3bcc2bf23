package dev.semblance.eval;

import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;

/// Names of classes as points: each name is put into every template, and the mean of the unit
/// vectors is brought back to unit length (Radford et al. 2021, arXiv:2103.00020, section 3.1.4).
///
/// Immutable, safe for many threads.
///
/// @param templates `{}` for the name, at least one
public record ClassPrompts(List<String> templates) {
  private static final String PLACE = "{}";

  public ClassPrompts {
    templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException(
          "at least one template is needed, such as a photo of a {}");
    }
    for (String template : templates) {
      if (!template.contains(PLACE)) {
        throw new IllegalArgumentException(
            "the template \"" + template + "\" has no {} for the name");
      }
    }
  }

  /// Those of a model's card; the bare name where it has none.
  public static ClassPrompts of(Model model) {
    List<String> own = model.card().promptTemplates();
    return new ClassPrompts(own.isEmpty() ? List.of(PLACE) : own);
  }

  /// A point for each name.
  public List<Embedding> points(Model model, List<String> names) {
    List<Embedding> points = new ArrayList<>(names.size());
    for (String name : names) {
      List<Input.Text> texts =
          templates.stream()
              .map(template -> new Input.Text(template.replace(PLACE, name)))
              .toList();
      points.add(
          Embedding.sum(
              model.requireText().embed(texts).stream()
                  .map(embedding -> new Embedding.Weighted(1.0 / texts.size(), embedding))
                  .toList()));
    }
    return points;
  }
}
