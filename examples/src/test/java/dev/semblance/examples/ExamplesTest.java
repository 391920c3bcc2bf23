package dev.semblance.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Runs every example as a reader would and looks at what it prints.
class ExamplesTest {

  @Test
  void three_pictures_and_one_sentence() throws Exception {
    assertThat(run("ThreePictures").getFirst()).contains("dog");
  }

  @Test
  void a_folder_is_indexed_and_searched() throws Exception {
    List<String> lines = run("FindInFolder");
    assertThat(lines.getFirst()).isEqualTo("indexed 40 pictures");
    assertThat(lines.getLast()).isEqualTo("unchanged: 40");
    int boat = lines.indexOf("that boat, at night");
    String name = lines.get(boat - 4).substring("like ".length());
    assertThat(lines.get(boat - 3)).as("a picture is nearest to itself").contains("1.000", name);
  }

  @Test
  void classes_are_told_apart_by_their_names() throws Exception {
    List<String> lines = run("ZeroShot");
    double total = 0;
    for (String line : lines.subList(1, lines.size())) {
      total += Double.parseDouble(line.strip().split(" ", -1)[0]);
    }
    assertThat(total).isBetween(0.99, 1.01);
    assertThat(lines.get(1)).as("the pie chart's line").contains("pie chart");
    assertThat(lines.subList(2, lines.size())).allMatch(line -> line.compareTo(lines.get(1)) < 0);
  }

  @Test
  void embeddings_made_elsewhere_are_searched() throws Exception {
    List<String> lines = run("GivenEmbeddings");
    assertThat(lines.get(0)).contains("/photos/tree.jpg");
    assertThat(lines.get(1)).contains("/photos/garden.jpg");
    assertThat(lines.get(2)).contains("our-own-encoder", "another");
  }

  @Test
  void every_example_is_run_here() throws IOException {
    String tests =
        Files.readString(Path.of("src/test/java/dev/semblance/examples/ExamplesTest.java"));
    try (Stream<Path> files = Files.list(Path.of("src/main/java"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(tests).contains("run(\"" + name + "\")"));
    }
  }

  private static List<String> run(String example) throws Exception {
    Constructor<?> constructor = Class.forName(example).getDeclaredConstructor();
    constructor.setAccessible(true);
    Method main = constructor.getDeclaringClass().getDeclaredMethod("main");
    main.setAccessible(true);
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      main.invoke(constructor.newInstance());
    } finally {
      System.setOut(console);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
