package org.coupure.page;

import java.time.Instant;
import java.util.Objects;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;

/**
 * A captured page: its bytes and what is known about them from outside. Immutable, but for the byte
 * array, which is shared and must not be changed.
 */
public final class Page {
  private final byte[] bytes;
  private final String source;
  private final @Nullable String id;
  private final @Nullable String url;
  private final @Nullable String contentType;
  private final @Nullable Instant captured;
  private final Rights rights;
  private final boolean rendered;
  private final @Nullable ListedItem listed;

  private Page(Builder builder) {
    this.bytes = builder.bytes;
    this.source = builder.source;
    this.id = builder.id;
    this.url = builder.url;
    this.contentType = builder.contentType;
    this.captured = builder.captured;
    this.rights = builder.rights;
    this.rendered = builder.rendered;
    this.listed = builder.listed;
  }

  /**
   * Returns a builder of a page.
   *
   * @param source where the bytes came from, for people and for the record: a path, a path inside
   *     an archive ({@code dump.zip!/a.html}), a URL
   * @param bytes the page as it was captured, after transfer and content decoding; not copied
   */
  public static Builder builder(String source, byte[] bytes) {
    return new Builder(source, bytes);
  }

  /** Returns the bytes, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public String source() {
    return source;
  }

  /** Returns the id that the record must carry, or null when it is to be derived. */
  public @Nullable String id() {
    return id;
  }

  /** Returns the URL the page was captured from, as it was noted, or null. */
  public @Nullable String url() {
    return url;
  }

  /** Returns the HTTP header {@code Content-Type}, with its charset when it has one, or null. */
  public @Nullable String contentType() {
    return contentType;
  }

  /** Returns when the page was captured, or null. */
  public @Nullable Instant captured() {
    return captured;
  }

  /** Returns what was said about the use of the page outside of it: in headers and robots.txt. */
  public Rights rights() {
    return rights;
  }

  /** Returns whether a browser ran the page's scripts, so that no server sent the bytes so. */
  public boolean rendered() {
    return rendered;
  }

  /** Returns what a feed or sitemap said of the page, or null. */
  public @Nullable ListedItem listed() {
    return listed;
  }

  /** Returns the same page with another URL. */
  public Page at(String url) {
    return copy(bytes).url(url).build();
  }

  /** Returns the same page with what a feed or sitemap said of it. */
  public Page listedAs(@Nullable ListedItem item) {
    return copy(bytes).listed(item).build();
  }

  /** Returns a page that is this one but for its bytes, which are HTML in UTF-8. */
  public Page withHtml(byte[] html) {
    return copy(html).contentType("text/html; charset=utf-8").build();
  }

  private Builder copy(byte[] content) {
    return builder(source, content)
        .id(id)
        .url(url)
        .contentType(contentType)
        .captured(captured)
        .rights(rights)
        .rendered(rendered)
        .listed(listed);
  }

  @Override
  public String toString() {
    return "Page[" + source + ", " + bytes.length + " bytes]";
  }

  /** Collects what is known about a page. Not thread-safe. */
  public static final class Builder {
    private final byte[] bytes;
    private final String source;
    private @Nullable String id;
    private @Nullable String url;
    private @Nullable String contentType;
    private @Nullable Instant captured;
    private Rights rights = Rights.UNSTATED;
    private boolean rendered;
    private @Nullable ListedItem listed;

    private Builder(String source, byte[] bytes) {
      this.source = Objects.requireNonNull(source, "source");
      this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    public Builder url(@Nullable String url) {
      this.url = url;
      return this;
    }

    public Builder contentType(@Nullable String contentType) {
      this.contentType = contentType;
      return this;
    }

    public Builder captured(@Nullable Instant captured) {
      this.captured = captured;
      return this;
    }

    public Builder rights(Rights rights) {
      this.rights = Objects.requireNonNull(rights, "rights");
      return this;
    }

    public Builder rendered(boolean rendered) {
      this.rendered = rendered;
      return this;
    }

    /** Sets what a feed or sitemap says of the page: fields that the page does not state. */
    public Builder listed(@Nullable ListedItem listed) {
      this.listed = listed;
      return this;
    }

    public Page build() {
      return new Page(this);
    }
  }
}
