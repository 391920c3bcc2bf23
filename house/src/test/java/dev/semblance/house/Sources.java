package dev.semblance.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The source files of the project and what can be counted in them, parsed by the compiler.
final class Sources {
  private final Path root;
  private final List<Path> files;

  private Sources(Path root, List<Path> files) {
    this.root = root;
    this.files = files;
  }

  /// Every Java source below a folder, in the order of paths.
  static Sources under(Path root) {
    try (Stream<Path> walk = Files.walk(root)) {
      return new Sources(
          root,
          walk.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> path.toString().contains("/src/"))
              .filter(path -> !path.toString().contains("/target/"))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those whose path holds a piece of text.
  Sources holding(String piece) {
    return new Sources(
        root,
        files.stream().filter(file -> root.relativize(file).toString().contains(piece)).toList());
  }

  /// Those whose path does not.
  Sources besides(String piece) {
    return new Sources(
        root,
        files.stream().filter(file -> !root.relativize(file).toString().contains(piece)).toList());
  }

  List<Path> files() {
    return files;
  }

  /// The folder a source file lies in.
  static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), file::toString);
  }

  String name(Path file) {
    return root.relativize(file).toString();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many lines each file has.
  List<Count> fileLengths() {
    return files.stream().map(file -> new Count(name(file), lines(file).size())).toList();
  }

  /// How many lines each method has, from its header to its last brace.
  List<Count> methodLengths() {
    List<Count> counts = new ArrayList<>();
    visit((name, method, lines) -> counts.add(new Count(name, lines)));
    return counts;
  }

  /// How many parameters each method has. Constructors of records are left out: theirs are the
  /// record's header.
  List<Count> parameterCounts() {
    List<Count> counts = new ArrayList<>();
    visit((name, method, lines) -> {
      if (!name.startsWith("record ")) {
        counts.add(new Count(name, method.getParameters().size()));
      }
    });
    return counts;
  }

  private void visit(Visitor visitor) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, visitor).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A thing and how many.
  record Count(String name, int count) {}

  private interface Visitor {
    void method(String name, MethodTree method, int lines);
  }

  private static final class MethodScanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Visitor visitor;
    private String inside = "";
    private boolean inRecord;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, Visitor visitor) {
      this.unit = unit;
      this.positions = positions;
      this.visitor = visitor;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      String outside = inside;
      boolean outsideInRecord = inRecord;
      inRecord = tree.getKind() == Tree.Kind.RECORD;
      inside =
          inside.isEmpty() ? tree.getSimpleName().toString() : inside + "." + tree.getSimpleName();
      super.visitClass(tree, null);
      inside = outside;
      inRecord = outsideInRecord;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      boolean generated = positions.getEndPosition(unit, tree) < 0;
      boolean overrides =
          tree.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      boolean ours = tree.getBody() != null && !generated;
      if (ours && !(overrides && tree.getModifiers().getFlags().contains(Modifier.NATIVE))) {
        int first = line(positions.getStartPosition(unit, tree.getBody()));
        int last = line(positions.getEndPosition(unit, tree));
        boolean header = inRecord && tree.getName().contentEquals("<init>");
        String name = (header ? "record " : "") + inside + "." + tree.getName();
        visitor.method(name, tree, last - first + 1);
      }
      return super.visitMethod(tree, null);
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }
}
