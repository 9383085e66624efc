package org.coupure.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a record came from and how it was made.
 *
 * @param source the file, the path inside an archive ({@code dump.zip!/a.html}) or the URL
 * @param sha256 SHA-256 of the page's bytes, 64 hex digits, or null when there were none
 * @param charset the charset the bytes were read in and how it is known, such as {@code UTF-8
 *     (header)}, or null when nothing was decoded
 * @param rule the site rule or theme that decided, such as {@code themes/tagdiv}, or null
 * @param version the version of Coupure
 */
public record Provenance(
    String source,
    @Nullable String sha256,
    @Nullable String charset,
    @Nullable String rule,
    String version) {
  public Provenance {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(version, "version");
  }
}
