package org.coupure.article;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The normalised record of one page. Immutable; {@link #builder(String, Provenance)} makes one,
 * {@link #toBuilder()} makes a changed copy.
 *
 * <p>Absent values are null, absent lists empty; see the JSON Schema in {@code
 * config/schema/article-1.json} for the written form.
 *
 * @param id stable identity: the manifest's own, the clipping's own, else the SHA-256 in hex of the
 *     canonical URL, else that of the text
 * @param pageKind what kind of page it is; null when it could not be read
 * @param headline what stands above the text
 * @param byline who wrote it
 * @param dates when
 * @param place where it stands
 * @param language BCP 47 tag of the text, or null
 * @param tags the page's own keywords, in its order
 * @param body the passages in reading order; empty when nothing was kept
 * @param images the article's pictures, the lead image first
 * @param access who may read it in full
 * @param rights what the page says about the use of its text
 * @param quality how far the text can be trusted
 * @param duplicate fingerprint and cluster, by which the same text is recognised again
 * @param assignment the source and subjects of the configuration that it belongs to
 * @param provenance where the record came from
 * @param explanation where the fields come from and why blocks were kept; {@link Explanation#NONE}
 *     unless asked for
 */
public record Article(
    String id,
    @Nullable PageKind pageKind,
    Headline headline,
    Byline byline,
    Dates dates,
    WebLocation place,
    @Nullable String language,
    List<String> tags,
    List<Passage> body,
    List<Image> images,
    Access access,
    Rights rights,
    Quality quality,
    Duplicate duplicate,
    Assignment assignment,
    Provenance provenance,
    Explanation explanation) {

  public Article {
    Objects.requireNonNull(id, "id");
    tags = List.copyOf(tags);
    body = List.copyOf(body);
    images = List.copyOf(images);
  }

  /** Returns a builder of an article of which nothing but identity and origin is known. */
  public static Builder builder(String id, Provenance provenance) {
    return new Builder(id, provenance);
  }

  /** Returns a builder that starts from this article. */
  public Builder toBuilder() {
    return copy(id);
  }

  /** Returns this article under another id. */
  public Article withId(String other) {
    return copy(other).build();
  }

  private Builder copy(String copyId) {
    Builder b = new Builder(copyId, provenance);
    b.pageKind = pageKind;
    b.headline = headline;
    b.byline = byline;
    b.dates = dates;
    b.location = place;
    b.language = language;
    b.tags = tags;
    b.body = body;
    b.images = images;
    b.access = access;
    b.rights = rights;
    b.quality = quality;
    b.duplicate = duplicate;
    b.assignment = assignment;
    b.explanation = explanation;
    return b;
  }

  /** Returns the passages' texts joined by a blank line; empty when there are none. */
  public String text() {
    int length = 0;
    for (Passage passage : body) {
      length += passage.text().length() + 2;
    }
    StringBuilder text = new StringBuilder(length);
    for (Passage passage : body) {
      if (text.length() > 0) {
        text.append("\n\n");
      }
      text.append(passage.text());
    }
    return text.toString();
  }

  /** Collects an article's parts. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final Provenance provenance;
    private @Nullable PageKind pageKind;
    private Headline headline = Headline.NONE;
    private Byline byline = Byline.NONE;
    private Dates dates = Dates.NONE;
    private WebLocation location = WebLocation.NONE;
    private @Nullable String language;
    private List<String> tags = List.of();
    private List<Passage> body = List.of();
    private List<Image> images = List.of();
    private Access access = Access.UNKNOWN;
    private Rights rights = Rights.UNSTATED;
    private Quality quality = Quality.NONE;
    private Duplicate duplicate = Duplicate.NONE;
    private Assignment assignment = Assignment.NONE;
    private Explanation explanation = Explanation.NONE;

    private Builder(String id, Provenance provenance) {
      this.id = Objects.requireNonNull(id, "id");
      this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    public Builder pageKind(@Nullable PageKind pageKind) {
      this.pageKind = pageKind;
      return this;
    }

    public Builder headline(Headline headline) {
      this.headline = headline;
      return this;
    }

    public Builder byline(Byline byline) {
      this.byline = byline;
      return this;
    }

    public Builder dates(Dates dates) {
      this.dates = dates;
      return this;
    }

    public Builder place(WebLocation location) {
      this.location = location;
      return this;
    }

    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    public Builder tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    public Builder body(List<Passage> body) {
      this.body = body;
      return this;
    }

    public Builder images(List<Image> images) {
      this.images = images;
      return this;
    }

    public Builder access(Access access) {
      this.access = access;
      return this;
    }

    public Builder rights(Rights rights) {
      this.rights = rights;
      return this;
    }

    public Builder quality(Quality quality) {
      this.quality = quality;
      return this;
    }

    public Builder duplicate(Duplicate duplicate) {
      this.duplicate = duplicate;
      return this;
    }

    public Builder assignment(Assignment assignment) {
      this.assignment = assignment;
      return this;
    }

    public Builder explanation(Explanation explanation) {
      this.explanation = explanation;
      return this;
    }

    public Article build() {
      return new Article(
          id,
          pageKind,
          headline,
          byline,
          dates,
          location,
          language,
          tags,
          body,
          images,
          access,
          rights,
          quality,
          duplicate,
          assignment,
          provenance,
          explanation);
    }
  }
}
