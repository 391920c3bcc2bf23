package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.hub.HubServer;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.source.Place;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that pulls, as `kill -9` does.
@Tag("slow")
class KilledPullTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final int LARGE = 3_000_000;

  @TempDir Path home;

  @Test
  void killed_after_any_byte_and_started_again_it_ends_whole() throws Exception {
    byte[] weights = new byte[LARGE];
    new Random(3).nextBytes(weights);
    Map<String, byte[]> files =
        Map.of("onnx/model.onnx", weights, "config.json", "{}".getBytes(StandardCharsets.UTF_8));
    try (HubServer hub = new HubServer().with("org/large", COMMIT, files)) {
      for (long at : new long[] {1, LARGE / 3, LARGE}) {
        Path models = home.resolve("models-" + at);
        AtomicReference<Process> child = new AtomicReference<>();
        hub.cuttingAfter(at, () -> child.get().destroyForcibly());
        child.set(pulling(hub.endpoint(), models));
        assertThat(child.get().waitFor(120, TimeUnit.SECONDS)).as("the child ended").isTrue();
        assertThat(child.get().exitValue()).as("killed after byte " + at).isNotZero();
        assertThat(models.resolve("large")).as("killed after byte " + at).doesNotExist();

        Process again = pulling(hub.endpoint(), models);
        assertThat(again.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).as("after a kill after byte " + at).isZero();
        Origin origin = Origin.of(models.resolve("large")).orElseThrow();
        assertThat(origin.differences(models.resolve("large"))).isEmpty();
      }
    }
  }

  private static Process pulling(URI endpoint, Path models) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            endpoint.toString(),
            models.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// The process that is killed.
  static final class Child {
    public static void main(String[] arguments) {
      URI endpoint = URI.create(arguments[0]);
      HubSettings settings =
          new HubSettings(
              endpoint, Optional.empty(), Path.of("no-cache"), false, ProxySelector.of(null));
      new ModelPull(settings, Path.of(arguments[1]), _ -> {})
          .pull(
              PullRequest.of(
                  new Place.Repository(endpoint, "org/large", Place.NEWEST), FileSelection.USUAL),
              new PullListener() {});
      System.exit(0);
    }
  }
}
