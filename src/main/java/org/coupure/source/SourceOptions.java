package org.coupure.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source has to be told. Immutable.
 *
 * @param version the version of Coupure that the stubs of unreadable pages carry
 * @param limits how much is unpacked
 * @param url the URL of every operand that is itself a page, such as standard input, or null; pages
 *     inside archives and folders keep their own
 * @param name what standard input is called in records, and whose ending tells its format where the
 *     bytes do not, such as {@code s3://crawl/a.warc.gz}; null for {@code -}
 */
public record SourceOptions(
    String version, SourceLimits limits, @Nullable String url, @Nullable String name) {

  public SourceOptions {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(limits, "limits");
  }

  /** Returns the options with {@link SourceLimits#DEFAULT}, no URL and no name. */
  public static SourceOptions of(String version) {
    return new SourceOptions(version, SourceLimits.DEFAULT, null, null);
  }

  public SourceOptions withLimits(SourceLimits changed) {
    return new SourceOptions(version, changed, url, name);
  }

  public SourceOptions withUrl(@Nullable String changed) {
    return new SourceOptions(version, limits, changed, name);
  }

  /** Returns the options for a stream or a file that is called {@code changed}. */
  public SourceOptions withName(@Nullable String changed) {
    return new SourceOptions(version, limits, url, changed);
  }
}
