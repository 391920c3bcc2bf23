package dev.semblance.onnx;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// The encoder contract for one model of each kind: no mask, mask and both modalities in one graph,
/// fixed length, quantised while running, half precision, batch fixed at one, pooled states.
@Tag("slow")
class OnnxEncodersTest {

  @Nested
  class ClipSplitTextTest extends OnnxEncoderContract.Texts {
    ClipSplitTextTest() {
      super("clip-split", "fp32");
    }
  }

  @Nested
  class ClipSplitPictureTest extends OnnxEncoderContract.Pictures {
    ClipSplitPictureTest() {
      super("clip-split", "fp32");
    }
  }

  @Nested
  class ClipSplitInt8TextTest extends OnnxEncoderContract.Texts {
    ClipSplitInt8TextTest() {
      super("clip-split", "int8");
    }
  }

  @Nested
  class ClipSplitInt8PictureTest extends OnnxEncoderContract.Pictures {
    ClipSplitInt8PictureTest() {
      super("clip-split", "int8");
    }
  }

  @Nested
  class ClipMergedTextTest extends OnnxEncoderContract.Texts {
    ClipMergedTextTest() {
      super("clip-merged", "fp32");
    }
  }

  @Nested
  class ClipMergedPictureTest extends OnnxEncoderContract.Pictures {
    ClipMergedPictureTest() {
      super("clip-merged", "fp32");
    }
  }

  @Nested
  class ClipMergedHalfTextTest extends OnnxEncoderContract.Texts {
    ClipMergedHalfTextTest() {
      super("clip-merged", "fp16");
    }
  }

  @Nested
  class ClipMergedHalfPictureTest extends OnnxEncoderContract.Pictures {
    ClipMergedHalfPictureTest() {
      super("clip-merged", "fp16");
    }
  }

  @Nested
  class SiglipTextTest extends OnnxEncoderContract.Texts {
    SiglipTextTest() {
      super("siglip", "fp32");
    }
  }

  @Nested
  class SiglipPictureTest extends OnnxEncoderContract.Pictures {
    SiglipPictureTest() {
      super("siglip", "int8");
    }
  }

  @Nested
  class MobileClipInt8PictureTest extends OnnxEncoderContract.Pictures {
    MobileClipInt8PictureTest() {
      super("mobileclip", "int8");
    }
  }

  @Nested
  class ImmichTextTest extends OnnxEncoderContract.Texts {
    ImmichTextTest() {
      super("immich", "auto");
    }
  }

  @Nested
  class ImmichPictureTest extends OnnxEncoderContract.Pictures {
    ImmichPictureTest() {
      super("immich", "auto");
    }
  }

  @Nested
  class NomicTextTest extends OnnxEncoderContract.Texts {
    NomicTextTest() {
      super("nomic", "auto");
    }
  }
}
