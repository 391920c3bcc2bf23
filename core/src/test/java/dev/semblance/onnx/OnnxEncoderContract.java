package dev.semblance.onnx;

import dev.semblance.model.Encoder;
import dev.semblance.model.EncoderContract;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import java.util.List;

/// [EncoderContract] for one side of one of `golden/models`.
///
/// @param <I> what the encoder takes
abstract class OnnxEncoderContract<I extends Input> extends EncoderContract<I> {
  final GoldenModel golden;
  private final String variant;

  OnnxEncoderContract(String folder, String variant) {
    this.golden = new GoldenModel(folder);
    this.variant = variant;
  }

  @Override
  protected Model open() {
    return golden.open(variant);
  }

  /// The text side.
  abstract static class Texts extends OnnxEncoderContract<Input.Text> {
    Texts(String folder, String variant) {
      super(folder, variant);
    }

    @Override
    protected Encoder<Input.Text> encoder(Model model) {
      return model.requireText();
    }

    @Override
    protected List<Input.Text> inputs() {
      return golden.texts();
    }
  }

  /// The picture side.
  abstract static class Pictures extends OnnxEncoderContract<Input.Image> {
    Pictures(String folder, String variant) {
      super(folder, variant);
    }

    @Override
    protected Encoder<Input.Image> encoder(Model model) {
      return model.requireImage();
    }

    @Override
    protected List<Input.Image> inputs() {
      return golden.pictures();
    }
  }
}
