/// Things into vectors: pictures and words become points of one space.
///
/// What other parts of Semblance touch is exported, and no more (`house` holds this list against
/// the plan in ARCHITECTURE.md).
module dev.semblance.core {
  requires com.drew.metadata;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.csv;
  requires com.microsoft.onnxruntime;
  requires com.twelvemonkeys.imageio.core;
  requires com.twelvemonkeys.imageio.jpeg;
  requires com.twelvemonkeys.imageio.metadata;
  requires com.twelvemonkeys.imageio.tiff;
  requires io.github.humbleui.skija.shared;
  requires java.desktop;
  requires java.net.http;
  requires static org.jspecify;

  exports dev.semblance.calibration;
  exports dev.semblance.eval;
  exports dev.semblance.eval.files;
  exports dev.semblance.hub;
  exports dev.semblance.hub.catalogue;
  exports dev.semblance.hub.http;
  exports dev.semblance.hub.pull;
  exports dev.semblance.hub.source;
  exports dev.semblance.hub.verify;
  exports dev.semblance.image;
  exports dev.semblance.image.external;
  exports dev.semblance.image.format;
  exports dev.semblance.image.resample;
  exports dev.semblance.model;
  exports dev.semblance.onnx;
  exports dev.semblance.onnx.graph;
  exports dev.semblance.onnx.optimize;
  exports dev.semblance.onnx.proto;
  exports dev.semblance.onnx.session;
  exports dev.semblance.space;
  exports dev.semblance.text;

  uses dev.semblance.model.ModelProvider;
}
