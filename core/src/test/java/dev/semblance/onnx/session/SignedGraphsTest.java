package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.session.SignedGraphs.Decision;
import dev.semblance.onnx.session.SignedGraphs.Sign;
import dev.semblance.onnx.session.SignedGraphs.Trial;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedGraphsTest {
  private static final String UNSIGNED = "clip-split/onnx/vision_model_quantized.onnx";
  private static final String SIGNED = "clip-split/onnx/text_model_quantized.onnx";

  @TempDir Path cache;

  private static NetworkFile golden(String file) {
    Path path = Golden.path("models/" + file);
    return new NetworkFile(
        "golden",
        new FolderFiles(path.resolveSibling("")),
        path.getFileName().toString(),
        Integer.toHexString(file.hashCode()));
  }

  private static Trial giving(double cosine, List<Path> asked) {
    return (found, _) -> {
      asked.add(found);
      return cosine;
    };
  }

  private List<Path> graphs() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.getFileName().toString().startsWith("graph.onnx")).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clip-split/onnx/vision_model_quantized.onnx, 224",
    "clip-merged/onnx/model_quantized.onnx, 224",
    "siglip/onnx/vision_model_quantized.onnx, 224",
    "siglip2/onnx/vision_model_quantized.onnx, 256",
    "mobileclip/onnx/s0/vision_model_quantized.onnx, 256",
    "jina-clip-v2/onnx/model_quantized.onnx, 512"
  })
  void signed_networks_give_the_same_numbers(String file, int side) throws OrtException {
    NetworkFile network = golden(file);
    Path signed = new SignedGraphs(cache).copy(network, Sign.SIGNED).orElseThrow();
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    try (SessionOptions options = new SessionOptions();
        OrtSession found = open(network.files().path(network.file()).orElseThrow(), options);
        OrtSession other = open(signed, options)) {
      for (int run = 0; run < 3; run++) {
        try (Batch batch = MadeUpInputs.batch(graph, run, side);
            OrtSession.Result expected = found.run(batch.tensors());
            OrtSession.Result got = other.run(batch.tensors())) {
          assertSame(file, expected, got);
        }
      }
    }
  }

  private static OrtSession open(Path graph, SessionOptions options) throws OrtException {
    options.setIntraOpNumThreads(1);
    return NativeRuntime.environment().createSession(graph.toString(), options);
  }

  /// Bit for bit where the processor adds products exactly; elsewhere sums may overflow, which is
  /// why there is a trial.
  private static void assertSame(String file, OrtSession.Result expected, OrtSession.Result got) {
    for (Map.Entry<String, OnnxValue> output : expected) {
      float[] wanted = floats(output.getValue());
      float[] values = floats(got.get(output.getKey()).orElseThrow());
      assertThat(values).as(file).hasSameSizeAs(wanted);
      if (Processor.exactProducts().isPresent()) {
        assertThat(values).as(file + " " + output.getKey()).isEqualTo(wanted);
      }
    }
  }

  private static float[] floats(OnnxValue value) {
    FloatBuffer buffer = ((OnnxTensor) value).getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void exact_products_need_no_trial() {
    List<Path> asked = new ArrayList<>();
    SignedGraphs graphs = new SignedGraphs(cache, Optional.of("avx512_vnni"));
    Decision decision = graphs.decide(golden(UNSIGNED), giving(0, asked));
    assertThat(decision.sign()).isEqualTo(Sign.SIGNED);
    assertThat(decision.reason())
        .isEqualTo(
            "vision_model_quantized.onnx: unsigned weights run as signed ones, for avx512_vnni");
    assertThat(asked).isEmpty();
  }

  @Test
  void without_them_a_trial_decides_once() {
    List<Path> asked = new ArrayList<>();
    SignedGraphs graphs = new SignedGraphs(cache, Optional.empty());
    Decision first = graphs.decide(golden(UNSIGNED), giving(0.9995, asked));
    assertThat(first.sign()).isEqualTo(Sign.SIGNED);
    assertThat(first.reason()).contains("cosine 0.9995").contains("at least 0.999");
    SignedGraphs later = new SignedGraphs(cache, Optional.empty());
    assertThat(later.decide(golden(UNSIGNED), giving(0, asked))).isEqualTo(first);
    assertThat(asked).hasSize(1);
  }

  @Test
  void vectors_that_differ_keep_the_network_as_it_was_found() throws IOException {
    Decision decision =
        new SignedGraphs(cache, Optional.empty())
            .decide(golden(UNSIGNED), giving(0.9989, new ArrayList<>()));
    assertThat(decision.sign()).isEqualTo(Sign.FOUND);
    assertThat(decision.reason()).contains("unsigned weights stay so").contains("0.9989");
    assertThat(graphs()).as("copies").isEmpty();
  }

  @Test
  void a_trial_that_fails_or_tells_nothing_keeps_it_too() {
    Trial failing =
        (_, _) -> {
          throw new ModelException("no such operator");
        };
    Decision failed = new SignedGraphs(cache, Optional.empty()).decide(golden(UNSIGNED), failing);
    assertThat(failed.sign()).isEqualTo(Sign.FOUND);
    assertThat(failed.reason()).contains("a trial failed: no such operator");
    Decision empty =
        new SignedGraphs(cache.resolve("other"), Optional.empty())
            .decide(golden(UNSIGNED), giving(Double.NaN, new ArrayList<>()));
    assertThat(empty.sign()).isEqualTo(Sign.FOUND);
  }

  @Test
  void where_products_are_exact_signed_weights_have_nothing_to_decide() throws IOException {
    List<Path> asked = new ArrayList<>();
    SignedGraphs graphs = new SignedGraphs(cache, Optional.of("avx512_vnni"));
    assertThat(graphs.decide(golden(SIGNED), giving(0, asked)))
        .isEqualTo(new Decision(Sign.FOUND, ""));
    assertThat(asked).isEmpty();
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .singleElement()
          .satisfies(file -> assertThat(file.toString()).endsWith(".decision"));
    }
  }

  @Test
  void where_they_are_not_signed_weights_that_give_other_vectors_run_as_unsigned_ones()
      throws IOException {
    List<Path> asked = new ArrayList<>();
    SignedGraphs graphs = new SignedGraphs(cache, Optional.empty());
    Decision first = graphs.decide(golden(SIGNED), giving(0.9989, asked));
    assertThat(first.sign()).isEqualTo(Sign.UNSIGNED);
    assertThat(graphs()).as("copies").hasSize(1);
    assertThat(first.reason())
        .isEqualTo(
            "text_model_quantized.onnx: signed weights run as unsigned ones; this processor has no"
                + " exact products of signed bytes, and in a trial the vectors have cosine 0.9989"
                + " (at least 0.999 is wanted)");
    assertThat(graphs.decide(golden(SIGNED), giving(1, asked))).isEqualTo(first);
    assertThat(asked).hasSize(1);
  }

  @Test
  void signed_weights_that_give_the_same_vectors_or_cannot_be_tried_stay() throws IOException {
    Decision same =
        new SignedGraphs(cache, Optional.empty())
            .decide(golden(SIGNED), giving(0.9991, new ArrayList<>()));
    assertThat(same.sign()).isEqualTo(Sign.FOUND);
    assertThat(same.reason()).contains("signed weights stay so").contains("0.9991");
    assertThat(graphs()).as("copies").isEmpty();
    Decision nothing =
        new SignedGraphs(cache.resolve("other"), Optional.empty())
            .decide(golden(SIGNED), giving(Double.NaN, new ArrayList<>()));
    assertThat(nothing.sign()).isEqualTo(Sign.FOUND);
  }

  @Test
  void a_decision_that_cannot_be_read_is_taken_again() throws IOException {
    SignedGraphs graphs = new SignedGraphs(cache, Optional.empty());
    Decision first = graphs.decide(golden(SIGNED), giving(0.5, new ArrayList<>()));
    Path remembered;
    try (Stream<Path> files = Files.walk(cache)) {
      remembered =
          files.filter(it -> it.toString().endsWith(".decision")).findFirst().orElseThrow();
    }
    for (String spoiled : new String[] {"", "unsigned", "otherwise\nfor no reason\n"}) {
      Files.writeString(remembered, spoiled);
      assertThat(graphs.decide(golden(SIGNED), giving(0.5, new ArrayList<>())))
          .as(spoiled)
          .isEqualTo(first);
    }
  }

  /// The sums of unsigned bytes fit everywhere: a network found with signed weights gives the
  /// vectors it gives where products are exact.
  @Test
  void signed_weights_found_give_the_expected_vectors_on_every_processor() throws OrtException {
    NetworkFile network = golden(SIGNED);
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    Path unsigned = new SignedGraphs(cache).copy(network, Sign.UNSIGNED).orElseThrow();
    try (SessionOptions options = new SessionOptions();
        OrtSession found = open(network.files().path(network.file()).orElseThrow(), options);
        OrtSession other = open(unsigned, options)) {
      try (Batch batch = MadeUpInputs.batch(graph, 0, 224);
          OrtSession.Result expected = found.run(batch.tensors());
          OrtSession.Result got = other.run(batch.tensors())) {
        assertSame(SIGNED, expected, got);
      }
    }
  }

  @Test
  void a_cache_that_cannot_be_written_changes_nothing() throws IOException {
    Path blocked = Files.writeString(cache.resolve("blocked"), "a file where a folder should be");
    Decision decision =
        new SignedGraphs(blocked, Optional.of("vnni"))
            .decide(golden(UNSIGNED), giving(1, new ArrayList<>()));
    assertThat(decision).isEqualTo(new Decision(Sign.FOUND, ""));
  }

  @Test
  void the_trial_of_a_network_with_itself_finds_no_difference() throws OrtException {
    NetworkFile network = golden("siglip2/onnx/vision_model_quantized.onnx");
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    try (SessionOptions options = new SessionOptions();
        OrtSession session = open(network.files().path(network.file()).orElseThrow(), options)) {
      assertThat(Comparison.smallestCosine(graph, session, session)).isGreaterThan(0.9999999);
    }
  }

  @Test
  void the_trial_of_two_networks_sees_that_they_differ() throws OrtException {
    NetworkFile network = golden("clip-split/onnx/vision_model.onnx");
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    Path other = Golden.path("models/" + UNSIGNED);
    try (SessionOptions options = new SessionOptions();
        OrtSession left = open(network.files().path(network.file()).orElseThrow(), options);
        OrtSession right = open(other, options)) {
      assertThat(Comparison.smallestCosine(graph, left, right)).isBetween(0.9, 0.99999);
    }
  }

  @Test
  void a_spoiled_copy_gives_way_to_the_network_as_it_was_found() throws IOException {
    NetworkFile network = golden(UNSIGNED);
    SignedGraphs graphs = new SignedGraphs(cache, Optional.of("vnni"));
    Path copy = graphs.copy(network, Sign.SIGNED).orElseThrow();
    Files.write(copy, new byte[] {1, 2, 3});
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    try (Network opened = new Network(network, new Settings(1, cache, true));
        Batch batch = MadeUpInputs.batch(graph, 0, 224)) {
      assertThat(opened.run(batch, Set.of("image_embeds"))).hasSize(1);
    }
  }

  @Test
  void a_network_tells_what_was_decided_once_it_ran() {
    NetworkFile network = golden(UNSIGNED);
    OnnxGraph graph = OnnxGraph.read(network.files(), network.file());
    try (Network opened = new Network(network, new Settings(1, cache, true));
        Batch batch = MadeUpInputs.batch(graph, 0, 224)) {
      assertThat(opened.note()).isEmpty();
      opened.run(batch, Set.of("image_embeds"));
      assertThat(opened.note()).startsWith("vision_model_quantized.onnx: unsigned weights");
    }
  }

  @Test
  void the_processor_s_instructions_are_read_from_cpuinfo() {
    assertThat(Processor.exactProducts(Stream.of("flags\t\t: fpu avx2 avx512_vnni avx_vnni")))
        .contains("avx512_vnni");
    assertThat(Processor.exactProducts(Stream.of("flags : avx2 avx512_vnni amx_int8")))
        .contains("amx_int8");
    assertThat(Processor.exactProducts(Stream.of("flags : fma avx2 avx512bw"))).isEmpty();
    assertThat(Processor.exactProducts(Stream.of("model name : avx_vnni"))).isEmpty();
    assertThat(Processor.exactProducts(Stream.of())).isEmpty();
  }
}
