package dev.semblance.cli.options;

import dev.semblance.eval.files.CaptionFiles;
import dev.semblance.eval.files.PairTable;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where it is said what pictures show: a table, or a text file beside each picture.
public final class CaptionsOption {
  private final GlobalOptions options;

  @Option(
      names = "--captions",
      paramLabel = "FILE",
      description =
          "A table of file<TAB>text, or of file,text where its name ends in .csv, with or without"
              + " that header line. Without it, the .txt file beside each picture is read, in folders"
              + " and tars (WebDataset), a caption a line.")
  private @Nullable String captions;

  public CaptionsOption(GlobalOptions options) {
    this.options = options;
  }

  /// The pictures with their texts; tells of pictures that have none.
  ///
  /// @param source asked for the texts where no table was given
  /// @throws IllegalArgumentException when there is no text, or a table or text is broken
  public List<Pair> pairs(PictureSource source) {
    if (captions != null) {
      return PairTable.read(options.path(captions));
    }
    CaptionFiles read = CaptionFiles.read(source);
    if (read.without() > 0) {
      options.tell(
          read.without()
              + (read.without() == 1 ? " picture has" : " pictures have")
              + " no text in a .txt file beside, and no part in this");
    }
    return read.pairs();
  }
}
