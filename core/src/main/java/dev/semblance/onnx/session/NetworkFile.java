package dev.semblance.onnx.session;

import dev.semblance.model.ModelFiles;

/// Which file a network is in.
///
/// @param model the model's name, for messages
/// @param files the model's
/// @param file relative name
/// @param hash over its content and that of the files beside it that hold weights
public record NetworkFile(String model, ModelFiles files, String file, String hash) {
  /// For messages.
  String called() {
    return model + "/" + file;
  }
}
