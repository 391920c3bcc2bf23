package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.train.export.NetExport;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.run.RunFolder.Outcome;
import dev.semblance.train.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniExportTest {
  @TempDir Path folder;

  @Test
  @Tag("slow")
  void averaged_weights_are_what_is_exported_where_they_are_better() throws IOException {
    Settings mini = Settings.mini(10);
    Settings settings = mini.with(mini.optimising().with(1, 4));
    Path start = folder.resolve("start.safetensors");
    Path changed = folder.resolve("changed.safetensors");
    try (PointerScope _ = new PointerScope();
        Learner learner = new Learner(settings, NetShape.mini());
        NoGradGuard _ = new NoGradGuard()) {
      learner.save(start, 0);
      learner.weights().get("text.linear.bias").add_(Tensors.number(0.5));
      learner.weights().get("embedding.bias").add_(Tensors.number(0.5));
      learner.save(changed, 1); // its averages are those of the start still
    }

    Path wanted = export(settings, new Outcome(start, false), "wanted");
    Path averaged = export(settings, new Outcome(changed, true), "averaged");
    Path raw = export(settings, new Outcome(changed, false), "raw");

    for (String file : new String[] {MiniExport.IMAGE, MiniExport.TEXT_HEAD}) {
      assertThat(averaged.resolve(file)).hasSameBinaryContentAs(wanted.resolve(file));
      assertThat(Files.mismatch(raw.resolve(file), wanted.resolve(file))).as(file).isNotNegative();
    }
  }

  /// The first two are those of 112 and 96 pixels; the net halves four times.
  @Test
  void pictures_are_read_larger_than_the_last_in_training_and_given_larger_still() {
    assertThat(MiniExport.reading(112)).isEqualTo(new NetExport.Reading(144, 128));
    assertThat(MiniExport.reading(96)).isEqualTo(new NetExport.Reading(126, 112));
    for (int trained = 32; trained < 400; trained += 8) {
      NetExport.Reading reading = MiniExport.reading(trained);
      assertThat(reading.read() % 16).as("%d", trained).isZero();
      assertThat(reading.read()).as("%d", trained).isGreaterThanOrEqualTo(trained);
      assertThat(reading.given()).as("%d", trained).isGreaterThan(reading.read());
    }
  }

  private Path export(Settings settings, Outcome outcome, String name) {
    Path target = folder.resolve(name);
    MiniExport.write(settings, outcome, target, true);
    return target;
  }
}
