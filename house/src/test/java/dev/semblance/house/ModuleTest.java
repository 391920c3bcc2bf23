package dev.semblance.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.library.Library;
import dev.semblance.space.Embedding;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two modules of Java: what they export, and that a program on the module path finds pictures
/// with them.
class ModuleTest {
  private static final String OURS = "dev.semblance.";
  private static final Path ROOT = Path.of(System.getProperty("semblance.root", "."));

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /// What `core` needs to run.
  private static final Pattern NEEDED =
      Pattern.compile(
          "(lucene-core|onnxruntime|jackson-|metadata-extractor|xmpcore|skija-|types-|imageio-"
              + "|common-(lang|io|image)-|jspecify).*\\.jar");

  private static final List<String> PROGRAM =
      List.of(
          "package app;",
          "import dev.semblance.library.Library;",
          "import dev.semblance.library.Query;",
          "import dev.semblance.onnx.OnnxModels;",
          "import dev.semblance.onnx.OpenOptions;",
          "import java.nio.file.Path;",
          "class Find {",
          "  public static void main(String[] args) {",
          "    try (var model = OnnxModels.open(Path.of(args[0]), OpenOptions.usual());",
          "        var library = Library.open(Path.of(args[1]), model)) {",
          "      library.index(Path.of(args[2]));",
          "      for (var hit : library.search(Query.text(\"a red square\").top(2))) {",
          "        System.out.println(Library.class.getModule() + \" \" + hit.item().path());",
          "      }",
          "    }",
          "  }",
          "}");

  @TempDir Path folder;

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static ModuleDescriptor descriptor(Class<?> type) throws URISyntaxException {
    Set<ModuleReference> found = ModuleFinder.of(place(type)).findAll();
    assertThat(found).as("modules at " + place(type) + "; jars have one, see `verify`").hasSize(1);
    return found.iterator().next().descriptor();
  }

  @Test
  void core_exports_what_other_modules_touch() throws URISyntaxException {
    // A public enum of `image`, ResizeFilter, is one of its kernels.
    assertThat(exported(Embedding.class))
        .isEqualTo(with(touchedFromOutside("core"), "image.resample"));
  }

  @Test
  void search_exports_what_other_modules_touch() throws URISyntaxException {
    // Who builds a library of their own chooses its index.
    assertThat(exported(Library.class)).isEqualTo(with(touchedFromOutside("search"), "lucene"));
  }

  private static Set<String> exported(Class<?> type) throws URISyntaxException {
    return descriptor(type).exports().stream()
        .map(exports -> exports.source().substring(OURS.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> with(Set<String> packages, String further) {
    packages.add(further);
    return packages;
  }

  /// The packages of a module that rooms of other modules may touch by the plan.
  private static Set<String> touchedFromOutside(String module) {
    Plan plan = Plan.read(ROOT.resolve("ARCHITECTURE.md"));
    Set<String> own = rooms(module);
    assertThat(own).isNotEmpty();
    Set<String> touched = new TreeSet<>();
    plan.rooms()
        .forEach((room, targets) -> {
          if (!own.contains(room)) {
            targets.stream().filter(own::contains).forEach(touched::add);
          }
        });
    return touched;
  }

  private static Set<String> rooms(String module) {
    Path source = ROOT.resolve(module).resolve("src/main/java/dev/semblance");
    return Sources.under(ROOT).holding(module + "/src/main/java/dev/").files().stream()
        .map(
            file -> source.relativize(Sources.folder(file)).toString().replace(File.separator, "."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The build compiles against the class path, where all is visible: here each module must require
  /// what it imports, and no exported signature may name what is hidden.
  @Test
  @Tag("slow")
  void the_sources_compile_as_modules() {
    for (String module : List.of("core", "search")) {
      List<String> arguments =
          new ArrayList<>(
              List.of("-proc:none", "-Xlint:exports,module", "-Werror", "-p", modulePath()));
      arguments.addAll(List.of("-d", folder.resolve(module).toString()));
      arguments.add(ROOT.resolve(module).resolve("src/main/module/module-info.java").toString());
      Sources.under(ROOT)
          .holding(module + "/src/main/java/")
          .files()
          .forEach(file -> arguments.add(file.toString()));
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int code = COMPILER.run(null, said, said, arguments.toArray(String[]::new));
      assertThat(code).as(module + ": " + said.toString(StandardCharsets.UTF_8)).isZero();
    }
  }

  @Test
  void a_program_on_the_module_path_finds_pictures() throws Exception {
    Path shared = Path.of(System.getProperty("semblance.shared"));
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Path golden = shared.resolve("golden/pillow-resize");
    for (String name : List.of("gradcheck_96x64.png", "gradcheck_96x64__box_17x31.png")) {
      Files.copy(golden.resolve(name), pictures.resolve(name));
    }
    String said =
        run(
            "-m",
            compiled() + "/app.Find",
            shared.resolve("golden/models/clip-split").toString(),
            folder.resolve("library").toString(),
            pictures.toString());
    assertThat(said)
        .contains("module dev.semblance.search " + pictures.resolve("gradcheck_96x64.png"));
    assertThat(said).doesNotContain("WARNING");
  }

  private String compiled() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    Path info = source.resolve("module-info.java");
    Files.writeString(info, "module finding { requires dev.semblance.search; }");
    Path program = source.resolve("Find.java");
    Files.write(program, PROGRAM);
    int code =
        COMPILER.run(
            null,
            null,
            null,
            "-proc:none",
            "-p",
            modulePath(),
            "-d",
            folder.resolve("classes").toString(),
            info.toString(),
            program.toString());
    assertThat(code).as("exit code of the compiler").isZero();
    return "finding";
  }

  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(entry -> isOurs(entry) || NEEDED.matcher(entry.getFileName().toString()).matches())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOurs(Path entry) {
    return Stream.of("core", "search").anyMatch(module -> entry.startsWith(ROOT.resolve(module)))
        && !entry.toString().contains("test");
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "--enable-native-access=dev.semblance.core,com.microsoft.onnxruntime,"
            + "io.github.humbleui.skija.shared,org.apache.lucene.core");
    command.addAll(List.of("-Djava.awt.headless=true", "-p"));
    command.add(modulePath() + File.pathSeparator + folder.resolve("classes"));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the program ends").isTrue();
    String text = Files.readString(said);
    assertThat(process.exitValue()).as("exit code; it said " + text).isZero();
    return text;
  }
}
