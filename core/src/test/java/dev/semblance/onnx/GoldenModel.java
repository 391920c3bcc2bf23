package dev.semblance.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.golden.Npy;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One of `golden/models` with what it must give.
record GoldenModel(String folder) {
  Path path() {
    return Golden.path("models/" + folder);
  }

  Model open(String variant) {
    return OnnxModels.open(path(), OpenOptions.usual().withVariant(variant));
  }

  JsonNode expected() {
    return Golden.json("models/" + folder + "/expected.json");
  }

  List<Input.Text> texts() {
    List<Input.Text> texts = new ArrayList<>();
    expected().get("texts").forEach(text -> texts.add(new Input.Text(text.get("text").asText())));
    return texts;
  }

  List<Input.Image> pictures() {
    List<Input.Image> pictures = new ArrayList<>();
    expected()
        .get("preprocessing")
        .get("pictures")
        .forEach(picture -> {
          String name = Path.of(picture.get("file").asText()).getFileName().toString();
          pictures.add(picture(name));
        });
    return pictures;
  }

  static Input.Image picture(String name) {
    Path file = Golden.path("preprocess-clip/" + name);
    return new Input.Image(new PictureDecoder().decode(file, DecodeBounds.full()).pixels(), name);
  }

  Npy expectedTexts() {
    return Golden.npy("models/" + folder + "/text_embeds_unit.npy");
  }

  Npy expectedPictures() {
    return Golden.npy("models/" + folder + "/image_embeds_unit.npy");
  }

  /// The largest difference of a component between embeddings and the expected unit vectors.
  static double greatestDifference(List<Embedding> embeddings, Npy expected) {
    double greatest = 0;
    for (int i = 0; i < embeddings.size(); i++) {
      float[] got = embeddings.get(i).toArray();
      float[] wanted = expected.row(i);
      for (int j = 0; j < wanted.length; j++) {
        greatest = Math.max(greatest, Math.abs(got[j] - wanted[j]));
      }
    }
    return greatest;
  }

  /// The smallest cosine between embeddings and the expected unit vectors.
  static double smallestCosine(List<Embedding> embeddings, Npy expected) {
    double smallest = 1;
    for (int i = 0; i < embeddings.size(); i++) {
      Embedding wanted = Embedding.of(embeddings.get(i).space(), expected.row(i), "expected " + i);
      smallest = Math.min(smallest, embeddings.get(i).cosine(wanted));
    }
    return smallest;
  }
}
