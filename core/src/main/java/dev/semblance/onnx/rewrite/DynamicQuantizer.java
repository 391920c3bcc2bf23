package dev.semblance.onnx.rewrite;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes an int8 network of an fp32 one: products with constant matrices (`MatMul`, `Gemm`) are
/// taken between bytes. Used once, by one thread.
///
/// Weights become signed bytes with a scale for each column, the largest number in it being 127,
/// and no zero point; activations become unsigned bytes while the network runs, by ONNX's
/// `DynamicQuantizeLinear`, with one scale for a whole tensor. Convolutions stay as they are: ONNX
/// Runtime has whole-number ones for unsigned weights only, and those are slow.
public final class DynamicQuantizer {
  /// Products with fewer weights cost more to quantise than they save.
  static final int FEWEST_WEIGHTS = 1024;

  /// What one array of floats' bytes holds.
  private static final int MOST_WEIGHTS = Integer.MAX_VALUE / Float.BYTES;

  private static final int LARGEST = 127;

  private final EditableModel model;
  private final Map<Lying, Scaled> weights = new HashMap<>();
  private final Map<String, Rounded> activations = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  private DynamicQuantizer(EditableModel model) {
    this.model = model;
  }

  /// A weight, taken column by column or row by row.
  private record Lying(String weight, boolean transposed) {}

  /// A weight as bytes, by the names of its parts.
  private record Scaled(String bytes, String scales) {}

  /// A tensor as bytes, by the names of its parts.
  private record Rounded(String bytes, String scale, String zero) {}

  /// A product with a constant matrix.
  ///
  /// @param x the other factor
  /// @param transposed whether the matrix lies column by column
  /// @param summand what is added at the end
  private record Product(String x, Weight matrix, boolean transposed, Optional<String> summand) {}

  /// Writes the int8 network.
  ///
  /// @param file relative name of the fp32 network
  /// @param graph where the other goes; weights that lay beside the network lie beside it too
  /// @return how many products are taken between bytes; 0, and nothing is written, when there are
  ///   none that can be
  /// @throws ModelException when the network cannot be read
  public static int write(ModelFiles files, String file, Path graph) {
    try (EditableModel model = EditableModel.open(files, file)) {
      int products = new DynamicQuantizer(model).change();
      if (products > 0) {
        model.write(graph);
      }
      return products;
    }
  }

  private int change() {
    int products = 0;
    Set<String> used = new HashSet<>();
    for (Node node : model.nodes()) {
      Optional<Product> product = product(node);
      if (product.isPresent()) {
        products++;
        model.replace(node, quantised(node, product.get()));
        used.add(product.get().matrix.name());
      }
    }
    for (String weight : used) {
      boolean elsewhere = model.isNamedElsewhere(weight);
      if (!elsewhere && model.users(weight).stream().allMatch(user -> multipliesBy(user, weight))) {
        model.drop(weight);
      }
    }
    return products;
  }

  /// Whether a node takes a weight as its matrix and as nothing else.
  private boolean multipliesBy(Node node, String weight) {
    return product(node).filter(product -> product.matrix.name().equals(weight)).isPresent()
        && node.inputs().stream().filter(weight::equals).count() == 1;
  }

  /// A name that nothing has, nor anything made here.
  private String newName(String wish) {
    String name = model.freeName(wish);
    while (!given.add(name)) {
      name = model.freeName(name + "_");
    }
    return name;
  }

  private Optional<Product> product(Node node) {
    boolean gemm = node.is("Gemm");
    if (!gemm && !node.is("MatMul")) {
      return Optional.empty();
    }
    if (gemm
        && (node.whole("transA", 0) != 0
            || node.real("alpha", 1) != 1
            || node.real("beta", 1) != 1)) {
      return Optional.empty();
    }
    boolean transposed = gemm && node.whole("transB", 0) != 0;
    return node.input(1)
        .flatMap(model::weight)
        .filter(matrix -> matrix.type() == Weight.FLOAT && matrix.shape().size() == 2)
        .filter(matrix -> matrix.count() >= FEWEST_WEIGHTS && matrix.count() <= MOST_WEIGHTS)
        .filter(_ -> node.input(0).flatMap(model::weight).isEmpty())
        .map(matrix -> new Product(node.inputs().getFirst(), matrix, transposed, node.input(2)));
  }

  /// The nodes that stand for a product, the last giving its output.
  private List<Node> quantised(Node node, Product product) {
    Lying lying = new Lying(product.matrix.name(), product.transposed);
    Scaled weight = weights.computeIfAbsent(lying, _ -> scaled(product));
    String output = node.outputs().getFirst();
    List<Node> nodes = new ArrayList<>();
    Rounded x = activations.get(product.x);
    if (x == null) {
      String bytes = newName(product.x + "_bytes");
      x = new Rounded(bytes, newName(bytes + "_scale"), newName(bytes + "_zero"));
      activations.put(product.x, x);
      nodes.add(Node.of("DynamicQuantizeLinear", List.of(product.x), x.bytes, x.scale, x.zero));
    }
    String sum = newName(output + "_sum");
    String whole = newName(sum + "_float");
    String scale = newName(output + "_scale");
    boolean last = product.summand.isEmpty();
    String scaled = last ? output : newName(output + "_product");
    nodes.add(Node.of("MatMulInteger", List.of(x.bytes, weight.bytes, x.zero), sum));
    nodes.add(Node.of("Cast", List.of(sum), whole).with("to", Weight.FLOAT));
    nodes.add(Node.of("Mul", List.of(x.scale, weight.scales), scale));
    nodes.add(Node.of("Mul", List.of(whole, scale), scaled));
    product.summand.ifPresent(
        summand -> nodes.add(Node.of("Add", List.of(scaled, summand), output)));
    return nodes;
  }

  private Scaled scaled(Product product) {
    int rows = Math.toIntExact(product.matrix.shape().get(product.transposed ? 1 : 0));
    int columns = Math.toIntExact(product.matrix.shape().get(product.transposed ? 0 : 1));
    float[] scales = scales(matrix(product, rows, columns), columns);
    String name = product.matrix.name() + (product.transposed ? "_transposed" : "");
    String bytes = newName(name + "_int8");
    String factors = newName(name + "_scales");
    model.add(
        new NewWeight(
            bytes,
            Weight.INT8,
            List.of((long) rows, (long) columns),
            () -> bytes(matrix(product, rows, columns), scales)));
    model.add(NewWeight.floats(factors, List.of((long) columns), scales));
    return new Scaled(bytes, factors);
  }

  /// The matrix row by row.
  private float[] matrix(Product product, int rows, int columns) {
    FloatBuffer numbers =
        ByteBuffer.wrap(model.numbers(product.matrix))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] matrix = new float[rows * columns];
    if (!product.transposed) {
      numbers.get(matrix);
      return matrix;
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix[row * columns + column] = numbers.get(column * rows + row);
      }
    }
    return matrix;
  }

  private static float[] scales(float[] matrix, int columns) {
    float[] scales = new float[columns];
    for (int i = 0; i < matrix.length; i++) {
      scales[i % columns] = Math.max(scales[i % columns], Math.abs(matrix[i]));
    }
    for (int column = 0; column < columns; column++) {
      scales[column] = scales[column] == 0 ? 1 : scales[column] / LARGEST;
    }
    return scales;
  }

  private static byte[] bytes(float[] matrix, float[] scales) {
    byte[] bytes = new byte[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(matrix[i] / scales[i % scales.length]), -127, 127);
    }
    return bytes;
  }
}
