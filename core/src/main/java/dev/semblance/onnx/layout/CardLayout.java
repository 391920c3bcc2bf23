package dev.semblance.onnx.layout;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import java.util.Optional;

/// Our own: a card, `semblance.json`, beside the graphs it names.
final class CardLayout implements Layout {
  @Override
  public String description() {
    return "a card " + CardJson.FILE + " with the graphs it names";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    if (!files.has(CardJson.FILE)) {
      return Optional.empty();
    }
    byte[] json = files.read(CardJson.FILE);
    return Optional.of(Translation.of(CardJson.read(json, files.name() + "/" + CardJson.FILE)));
  }
}
