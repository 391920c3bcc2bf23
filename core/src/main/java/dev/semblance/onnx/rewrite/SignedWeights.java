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

/// Makes the unsigned 8-bit weights of a network signed ones, or the other way. Used once, by one
/// thread.
///
/// A weight stands for `scale * (q - zero)`, so 128 less in both changes nothing, nor 128 more; in
/// bytes that is the uppermost bit turned over. Processors with VNNI or AMX multiply unsigned
/// activations with signed weights several times as fast as with unsigned ones; those with neither
/// add pairs of such products in 16 bits, which they can overflow, and unsigned ones exactly
/// (docs/decisions/0003).
///
/// A weight is changed only when every node that takes it knows it as a weight to be multiplied and
/// nobody else speaks of it. `ConvInteger` is left alone: ONNX Runtime has it for unsigned weights
/// only.
public final class SignedWeights {
  private static final String MICROSOFT = "com.microsoft";
  private static final byte TURNED = (byte) 0x80;

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

  private final EditableModel model;
  private final int from;
  private final int to;

  private SignedWeights(EditableModel model, int from, int to) {
    this.model = model;
    this.from = from;
    this.to = to;
  }

  /// Writes a copy of a network with signed weights.
  ///
  /// @param file relative name of the network
  /// @param graph where the copy goes; weights that lay beside the network lie beside the copy
  /// @return false, and nothing is written, when it has no weights to change
  /// @throws ModelException when the network cannot be read
  public static boolean write(ModelFiles files, String file, Path graph) {
    return write(files, file, graph, Weight.UINT8, Weight.INT8);
  }

  /// Writes a copy of a network with unsigned weights, as [#write] does with signed ones.
  public static boolean writeUnsigned(ModelFiles files, String file, Path graph) {
    return write(files, file, graph, Weight.INT8, Weight.UINT8);
  }

  private static boolean write(ModelFiles files, String file, Path graph, int from, int to) {
    try (EditableModel model = EditableModel.open(files, file)) {
      new SignedWeights(model, from, to).change();
      if (model.isChanged()) {
        model.write(graph);
      }
      return model.isChanged();
    }
  }

  private void change() {
    Set<String> turned = new HashSet<>();
    for (Node node : model.nodes()) {
      Optional<Weight> weight = weight(node);
      if (weight.isPresent() && allUsersMultiply(weight.get())) {
        model.replace(node, List.of(withTurnedZero(node, weight.get())));
        if (turned.add(weight.get().name())) {
          model.replace(weight.get().name(), turned(weight.get(), weight.get().name()));
        }
      }
    }
  }

  /// The weight to be turned that a node multiplies by, when all of it is constant.
  private Optional<Weight> weight(Node node) {
    Optional<Places> places = places(node);
    Optional<Weight> weight =
        places
            .flatMap(found -> node.input(found.weight))
            .flatMap(model::weight)
            .filter(found -> found.type() == from);
    boolean zeroIsConstant =
        places.isPresent()
            && node.input(places.get().zero)
                .map(zero -> model.weight(zero).filter(found -> found.type() == from).isPresent())
                .orElse(places.get().like < 0 || scale(node, places.get()).isPresent());
    return weight.filter(_ -> zeroIsConstant);
  }

  private static Optional<Places> places(Node node) {
    return Optional.ofNullable(OPERATORS.get(node.operator()))
        .filter(found ->
            node.domain().equals(found.domain)
                || (found.domain.isEmpty() && node.domain().equals("ai.onnx")));
  }

  private Optional<Weight> scale(Node node, Places places) {
    return node.input(places.like)
        .flatMap(model::weight)
        .filter(scale -> scale.count() <= Integer.MAX_VALUE);
  }

  private boolean allUsersMultiply(Weight weight) {
    return !model.isNamedElsewhere(weight.name())
        && model.users(weight.name()).stream()
            .allMatch(user ->
                weight(user).filter(weight::equals).isPresent()
                    && user.inputs().stream().filter(weight.name()::equals).count() == 1);
  }

  /// The node with a zero point of the other kind: the old one turned over, or what 0 turned over
  /// is (-128 or 128) where it was left out and so was 0.
  private Node withTurnedZero(Node node, Weight weight) {
    Places places = places(node).orElseThrow();
    Optional<Weight> zero = node.input(places.zero).flatMap(model::weight);
    NewWeight other =
        zero.map(found -> turned(found, model.freeName(found.name() + "_turned")))
            .orElseGet(() -> turnedNothing(weight, shapeOfZero(node, places)));
    model.add(other);
    return node.withInput(places.zero, other.name());
  }

  private List<Long> shapeOfZero(Node node, Places places) {
    return places.like < 0 ? List.of() : scale(node, places).map(Weight::shape).orElse(List.of());
  }

  /// The zero point of a weight that had none; one for each shape that is asked for.
  private NewWeight turnedNothing(Weight weight, List<Long> shape) {
    String wish = model.freeName(weight.name() + "_zero_other");
    while (model.added(wish).filter(made -> !made.shape().equals(shape)).isPresent()) {
      wish = model.freeName(wish + "_");
    }
    String name = wish;
    NewWeight zeros = new NewWeight(name, to, shape, () -> new byte[0]);
    byte[] numbers = new byte[Math.toIntExact(zeros.sizeBytes())];
    Arrays.fill(numbers, TURNED);
    return new NewWeight(name, to, shape, () -> numbers);
  }

  private NewWeight turned(Weight weight, String name) {
    return new NewWeight(
        name,
        to,
        weight.shape(),
        () -> {
          byte[] numbers = model.numbers(weight);
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] ^= TURNED;
          }
          return numbers;
        });
  }
}
