package org.coupure.source;

import java.io.InputStream;
import java.util.List;

/**
 * The ways to name pages: operands, a list of operands, a manifest. {@code -} names standard input,
 * which is read once and not closed. Nothing is opened before {@link PageSource#read}.
 */
public final class Sources {
  private Sources() {}

  /**
   * Returns the pages of {@code operands} in their order. An operand is a file of any kind, a
   * folder (read recursively, in the order of its paths), a glob pattern such as {@code
   * dump/**}{@code /*.html}, or {@code -}. Files in folders and archives that are clearly not
   * pages, such as images, are left out; an operand that can't be read is a failure.
   */
  public static PageSource of(List<String> operands, InputStream stdin, SourceOptions options) {
    return new Operands(operands, stdin, options);
  }

  /**
   * Returns the pages of a file that lies in a folder of somewhere else, such as a cluster's file
   * system, as {@link #of} reads it there: what is clearly no page is passed over.
   *
   * @param in its bytes, read once and not closed
   * @param options with the file's name
   * @throws IllegalArgumentException if the options have no name
   */
  public static PageSource inFolder(InputStream in, SourceOptions options) {
    String name = options.name();
    if (name == null) {
      throw new IllegalArgumentException("a file in a folder has a name: SourceOptions.withName");
    }
    return consumer -> {
      FileReading reading = new FileReading(options.limits(), consumer);
      if (FileNames.isNoPage(name.substring(name.lastIndexOf('/') + 1))) {
        reading.passOver(name);
      } else {
        reading.stream(in, Origin.of(name, false));
      }
    };
  }

  /**
   * Returns the pages of the operands that the file {@code list} names, one a line; blank lines and
   * lines that begin with {@code #} are left out. The list itself may be {@code -}.
   */
  public static PageSource list(String list, InputStream stdin, SourceOptions options) {
    return new OperandList(list, stdin, options);
  }

  /**
   * Returns the pages that a manifest names: JSON Lines with {@code file} (relative to the
   * manifest, possibly compressed) and optional {@code id}, {@code url} and {@code captured}. Gives
   * exactly one page or failure a line, in the manifest's order; a failure carries an empty record
   * with the line's id and URL where they could be read. The manifest may be {@code -}; its files
   * then stand in the working folder.
   */
  public static PageSource manifest(String manifest, InputStream stdin, SourceOptions options) {
    return new Manifest(manifest, stdin, options);
  }
}
