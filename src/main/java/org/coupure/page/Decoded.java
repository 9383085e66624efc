package org.coupure.page;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes as text.
 *
 * @param text the text, without a byte order mark
 * @param charset the charset it was read in
 * @param evidence how the charset is known
 * @param contradicted whether a declaration said another charset and was shown wrong by the bytes
 */
public record Decoded(String text, Charset charset, Evidence evidence, boolean contradicted) {

  /** How a charset is known, strongest first. */
  public enum Evidence {
    /** A byte order mark. */
    BOM,
    /** The charset parameter of the HTTP header {@code Content-Type}. */
    HEADER,
    /**
     * A {@code <meta>} element or an XML declaration within the first 4,096 characters outside
     * comments.
     */
    META,
    /** The bytes are valid UTF-8, which other charsets' text hardly ever is by chance. */
    VALID_UTF8,
    /** UTF-8 with stray bytes of windows-1252, which were read as such. */
    MIXED,
    /** A guess: by statistics, by the zeros of UTF-16, or UTF-8 with some damage. */
    DETECTED,
    /**
     * It was read in windows-1252 once and saved as UTF-8; the charset is what it was in before.
     */
    TWICE,
    /** Nothing was known: windows-1252, as browsers do. */
    ASSUMED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Decoded {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(evidence, "evidence");
  }

  /**
   * Returns {@code bytes} as text, by the order of {@link Evidence}.
   *
   * @param contentType the HTTP header of that name, or null
   */
  public static Decoded of(byte[] bytes, @Nullable String contentType) {
    return CharsetDecoding.decode(bytes, contentType);
  }

  /** Returns whether the text is HTML by its own look, whatever a header says. */
  public boolean isHtml() {
    return Sniffing.isHtml(text, null);
  }

  /** Returns the same with an empty text, for those who ask about the charset only. */
  Decoded withoutText() {
    return new Decoded("", charset, evidence, contradicted);
  }

  /** Returns charset and evidence as the record's provenance shows them: {@code UTF-8 (header)}. */
  public String describeCharset() {
    return CharsetNames.shown(charset) + " (" + evidence.code() + ")";
  }
}
