package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void follows_xdg_on_linux() {
    assertThat(UserFolders.of(Map.of(), "Linux", HOME))
        .isEqualTo(
            new UserFolders(
                HOME.resolve(".cache/semblance"),
                HOME.resolve(".local/share/semblance"),
                HOME.resolve(".config/semblance")));
    assertThat(
            UserFolders.of(
                Map.of("XDG_CACHE_HOME", "/c", "XDG_DATA_HOME", "relative", "XDG_CONFIG_HOME", ""),
                "Linux",
                HOME))
        .isEqualTo(
            new UserFolders(
                Path.of("/c/semblance"),
                HOME.resolve(".local/share/semblance"),
                HOME.resolve(".config/semblance")));
  }

  @Test
  void follows_the_custom_of_macos_and_windows() {
    assertThat(UserFolders.of(Map.of(), "Mac OS X", HOME).cache())
        .isEqualTo(HOME.resolve("Library/Caches/semblance"));
    assertThat(UserFolders.of(Map.of(), "Mac OS X", HOME).data())
        .isEqualTo(HOME.resolve("Library/Application Support/semblance"));
    assertThat(UserFolders.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME).cache())
        .isEqualTo(Path.of("/local/semblance/cache"));
    assertThat(UserFolders.of(Map.of(), "Windows 11", HOME).data())
        .isEqualTo(HOME.resolve("AppData/Local/semblance"));
  }

  @Test
  void moves_only_the_cache_where_told() {
    assertThat(UserFolders.of(Map.of("SEMBLANCE_CACHE", "/fast"), "Linux", HOME))
        .isEqualTo(
            new UserFolders(
                Path.of("/fast"),
                HOME.resolve(".local/share/semblance"),
                HOME.resolve(".config/semblance")));
  }
}
