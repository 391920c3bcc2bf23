package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Cores are counted as `/proc/cpuinfo` tells them, two threads of a core once.
class ProcessorTest {
  private static int cores(String... pairs) {
    return Processor.physicalCores(
        Stream.of(pairs)
            .flatMap(pair -> {
              String[] numbers = pair.split("/");
              return Stream.of(
                  "processor\t: 9",
                  "physical id\t: " + numbers[0],
                  "siblings\t: 4",
                  "core id\t\t: " + numbers[1],
                  "cpu cores\t: 2",
                  "");
            }));
  }

  @Test
  void threads_of_one_core_count_once_and_like_cores_of_two_sockets_twice() {
    assertThat(cores("0/0", "0/1", "0/0", "0/1")).isEqualTo(2);
    assertThat(cores("0/0", "1/0")).isEqualTo(2);
    assertThat(cores("0/0", "0/8", "1/0", "1/8", "0/0", "0/8", "1/0", "1/8")).isEqualTo(4);
    assertThat(cores("0/1", "0/11", "1/1")).as("numbers are not run together").isEqualTo(3);
  }

  @Test
  void where_nothing_is_told_there_are_none_to_count() {
    assertThat(Processor.physicalCores(Stream.of())).isZero();
    assertThat(Processor.physicalCores(Stream.of("processor : 0", "Features : neon"))).isZero();
    assertThat(Processor.physicalCores(Stream.of("core id : 0", "core id : 1"))).isEqualTo(2);
  }

  @Test
  void this_machine_has_a_core_and_no_more_than_java_may_use() {
    assertThat(Processor.cores()).isBetween(1, Runtime.getRuntime().availableProcessors());
    assertThat(Processor.description())
        .startsWith(System.getProperty("os.arch"))
        .isEqualTo(Processor.description());
  }

  @Test
  void a_network_is_run_by_at_least_one_thread() {
    assertThat(new Settings(1, Path.of("cache"), true).threads()).isEqualTo(1);
    assertThatThrownBy(() -> new Settings(0, Path.of("cache"), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be at least 1, got 0");
  }
}
