package dev.semblance.onnx.rewrite;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the unsigned 8-bit weights of a network signed ones. Stateless.
///
/// A weight stands for `scale * (q - zero)`, so 128 less in both changes nothing; in bytes that is
/// the uppermost bit turned over. Processors with VNNI or AMX multiply unsigned activations with
/// signed weights several times as fast as with unsigned ones (docs/decisions/0003).
///
/// A weight is changed only when every node that takes it knows it as a weight to be multiplied and
/// nobody else speaks of it. `ConvInteger` is left alone: ONNX Runtime has it for unsigned weights
/// only.
public final class SignedWeights {
  private static final String MICROSOFT = "com.microsoft";

  /// Which inputs are the weight, its zero point, and what has the zero point's shape where that is
  /// left out (-1: a single number).
  private record Places(String domain, int weight, int zero, int like) {}

  private static final Map<String, Places> OPERATORS =
      Map.of(
          "MatMulInteger", new Places("", 1, 3, -1),
          "QLinearMatMul", new Places("", 3, 5, 4),
          "QLinearConv", new Places("", 3, 5, 4),
          "DequantizeLinear", new Places("", 0, 2, 1),
          "DynamicQuantizeMatMul", new Places(MICROSOFT, 1, 3, 2),
          "MatMulIntegerToFloat", new Places(MICROSOFT, 1, 5, 3),
          "QGemm", new Places(MICROSOFT, 3, 5, 4));

  private SignedWeights() {}

  /// Writes a copy of a network with signed weights.
  ///
  /// @param file relative name of the network
  /// @param graph where the copy goes; weights that lay beside the network lie beside the copy
  /// @return false, and nothing is written, when it has no weights to change
  /// @throws ModelException when the network cannot be read
  public static boolean write(ModelFiles files, String file, Path graph) {
    try (EditableModel model = EditableModel.open(files, file)) {
      change(model);
      if (model.isChanged()) {
        model.write(graph);
      }
      return model.isChanged();
    }
  }

  private static void change(EditableModel model) {
    Set<String> signed = new HashSet<>();
    for (Node node : model.nodes()) {
      Optional<Weight> weight = weight(model, node);
      if (weight.isPresent() && allUsersMultiply(model, weight.get())) {
        model.replace(node, List.of(withSignedZero(model, node, weight.get())));
        if (signed.add(weight.get().name())) {
          model.replace(weight.get().name(), turned(model, weight.get(), weight.get().name()));
        }
      }
    }
  }

  /// The unsigned weight that a node multiplies by, when all of it is constant.
  private static Optional<Weight> weight(EditableModel model, Node node) {
    Optional<Places> places = places(node);
    Optional<Weight> weight =
        places
            .flatMap(found -> node.input(found.weight))
            .flatMap(model::weight)
            .filter(found -> found.type() == Weight.UINT8);
    boolean zeroIsConstant =
        places.isPresent()
            && node.input(places.get().zero)
                .map(zero ->
                    model.weight(zero).filter(found -> found.type() == Weight.UINT8).isPresent())
                .orElse(places.get().like < 0 || scale(model, node, places.get()).isPresent());
    return weight.filter(_ -> zeroIsConstant);
  }

  private static Optional<Places> places(Node node) {
    return Optional.ofNullable(OPERATORS.get(node.operator()))
        .filter(found ->
            node.domain().equals(found.domain)
                || (found.domain.isEmpty() && node.domain().equals("ai.onnx")));
  }

  private static Optional<Weight> scale(EditableModel model, Node node, Places places) {
    return node.input(places.like)
        .flatMap(model::weight)
        .filter(scale -> scale.count() <= Integer.MAX_VALUE);
  }

  private static boolean allUsersMultiply(EditableModel model, Weight weight) {
    return !model.isNamedElsewhere(weight.name())
        && model.users(weight.name()).stream()
            .allMatch(user ->
                weight(model, user).filter(weight::equals).isPresent()
                    && user.inputs().stream().filter(weight.name()::equals).count() == 1);
  }

  /// The node with a signed zero point: the old one turned over, or -128 where it was left out and
  /// so was 0.
  private static Node withSignedZero(EditableModel model, Node node, Weight weight) {
    Places places = places(node).orElseThrow();
    Optional<Weight> zero = node.input(places.zero).flatMap(model::weight);
    NewWeight other =
        zero.map(found -> turned(model, found, model.freeName(found.name() + "_turned")))
            .orElseGet(() -> lowest(model, weight, shapeOfZero(model, node, places)));
    model.add(other);
    return node.withInput(places.zero, other.name());
  }

  private static List<Long> shapeOfZero(EditableModel model, Node node, Places places) {
    return places.like < 0
        ? List.of()
        : scale(model, node, places).map(Weight::shape).orElse(List.of());
  }

  /// A zero point of -128 for a weight that has none; one for each shape that is asked for.
  private static NewWeight lowest(EditableModel model, Weight weight, List<Long> shape) {
    String wish = model.freeName(weight.name() + "_zero_signed");
    while (model.added(wish).filter(made -> !made.shape().equals(shape)).isPresent()) {
      wish = model.freeName(wish + "_");
    }
    String name = wish;
    NewWeight zeros = new NewWeight(name, Weight.INT8, shape, () -> new byte[0]);
    byte[] numbers = new byte[Math.toIntExact(zeros.sizeBytes())];
    Arrays.fill(numbers, Byte.MIN_VALUE);
    return new NewWeight(name, Weight.INT8, shape, () -> numbers);
  }

  private static NewWeight turned(EditableModel model, Weight weight, String name) {
    return new NewWeight(
        name,
        Weight.INT8,
        weight.shape(),
        () -> {
          byte[] numbers = model.numbers(weight);
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] ^= (byte) 0x80;
          }
          return numbers;
        });
  }
}
