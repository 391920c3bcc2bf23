package dev.semblance.onnx.layout;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.onnx.layout.huggingface.HuggingFaceLayout;
import dev.semblance.onnx.layout.huggingface.MobileClipLayout;
import dev.semblance.onnx.layout.huggingface.NomicLayout;
import dev.semblance.onnx.layout.openclip.ImmichLayout;
import dev.semblance.onnx.layout.openclip.OpenClipLayout;
import dev.semblance.onnx.layout.openclip.RclipLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every layout that is understood, tried in order: our own card first, then by how surely files
/// tell. Stateless.
public final class Layouts {
  private static final int SHOWN = 12;

  private static final List<Layout> ALL =
      List.of(
          new CardLayout(),
          new ImmichLayout(),
          new OpenClipLayout(),
          new NomicLayout(),
          new MobileClipLayout(),
          new HuggingFaceLayout(),
          new RclipLayout());

  private Layouts() {}

  /// Understands a model's files.
  ///
  /// @throws ModelException when no layout fits, with what was found and what is understood, or
  ///   when one fits and something is wrong
  public static Translation translate(ModelFiles files) {
    for (Layout layout : ALL) {
      Optional<Translation> found = translate(layout, files);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ModelException(
        files.name()
            + ": this is no model that can be read here: found "
            + found(files.list())
            + "; understood are "
            + ALL.stream().map(Layout::description).collect(Collectors.joining("; ")));
  }

  /// What a card or one of its records refuses stood in a file.
  private static Optional<Translation> translate(Layout layout, ModelFiles files) {
    try {
      return layout.translate(files);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          files.name() + ": its files say what cannot be: " + e.getMessage(), e);
    }
  }

  private static String found(List<String> names) {
    if (names.isEmpty()) {
      return "no files";
    }
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
  }
}
