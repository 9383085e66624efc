package org.coupure.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source has to be told. Immutable.
 *
 * @param version the version of Coupure that the stubs of unreadable pages carry
 * @param limits how much is unpacked
 * @param url the address of every operand that is itself a page, such as standard input, or null;
 *     pages inside archives and folders keep their own
 */
public record SourceOptions(String version, SourceLimits limits, @Nullable String url) {

  public SourceOptions {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(limits, "limits");
  }

  /** Returns the options with {@link SourceLimits#DEFAULT} and no address. */
  public static SourceOptions of(String version) {
    return new SourceOptions(version, SourceLimits.DEFAULT, null);
  }

  public SourceOptions withLimits(SourceLimits changed) {
    return new SourceOptions(version, changed, url);
  }

  public SourceOptions withUrl(@Nullable String changed) {
    return new SourceOptions(version, limits, changed);
  }
}
