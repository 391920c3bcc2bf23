package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
  @Test
  void a_folder_has_one_form_however_it_is_written() {
    Map.of(
            "/home/ann", "/home/ann",
            "/home/ann/", "/home/ann",
            "/", "",
            "file:///home/ann/", "/home/ann",
            "file:/home/a%20b/%C3%A9%E2%82%AC", "/home/a b/é€",
            "file://nas/share/%F0%9F%98%80", "/share/😀",
            "C:\\pictures\\", "C:/pictures",
            "C:\\", "C:",
            "\\\\nas\\share", "//nas/share",
            "/home/back\\slash", "/home/back\\slash")
        .forEach((written, plain) -> assertThat(Folders.plain(written)).isEqualTo(plain));
  }

  @Test
  void a_name_that_is_no_text_is_like_no_other() {
    assertThat(Folders.plain("file:///a/caf%E9/b")).isEqualTo("/a/\0caf%E9/b");
    assertThat(Folders.plain("file:///a/100%")).isEqualTo("/a/\000100%");
    assertThat(Folders.plain("file:///a/%zz")).isEqualTo("/a/\0%zz");
    assertThat(Folders.plain("/a/caf%E9")).isEqualTo("/a/caf%E9");
  }

  @Test
  void a_path_lies_in_itself_and_every_folder_above_it() {
    assertThat(Folders.holding("/home/ann/a.jpg"))
        .isEqualTo(List.of("/home/ann/a.jpg", "/home/ann", "/home", ""));
    assertThat(Folders.holding("C:\\pictures\\a.jpg"))
        .isEqualTo(List.of("C:/pictures/a.jpg", "C:/pictures", "C:"));
    assertThat(Folders.holding("file:///caf%E9/a%20b.jpg"))
        .isEqualTo(List.of("/\0caf%E9/a b.jpg", "/\0caf%E9", ""));
  }

  @Test
  void a_filter_takes_what_is_below_and_not_what_begins_alike() {
    Filter inAnn = new Filter.InFolder("/home/ann");
    assertThat(inAnn.matches(Items.item("/home/ann/a.jpg"))).isTrue();
    assertThat(inAnn.matches(Items.item("/home/ann/b/c/a.jpg"))).isTrue();
    assertThat(inAnn.matches(Items.item("/home/ann"))).isTrue();
    assertThat(inAnn.matches(Items.item("file:///home/ann/caf%E9.jpg"))).isTrue();
    assertThat(inAnn.matches(Items.item("/home/anna/a.jpg"))).isFalse();
    assertThat(inAnn.matches(Items.item("/home/ann\\a.jpg"))).isFalse();
    assertThat(inAnn.matches(Items.item("/home/an"))).isFalse();
    assertThat(new Filter.InFolder("C:\\").matches(Items.item("C:\\a.jpg"))).isTrue();
    assertThat(new Filter.InFolder("/").matches(Items.item("/a.jpg"))).isTrue();
  }
}
