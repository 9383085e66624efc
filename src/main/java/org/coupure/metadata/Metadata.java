package org.coupure.metadata;

import java.util.List;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Evidence;
import org.coupure.article.Headline;
import org.coupure.article.Image;
import org.coupure.article.Rights;
import org.coupure.article.WebLocation;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a page's article, each value with its evidence. Immutable.
 *
 * @param headline title, subtitle, description
 * @param byline authors and agency
 * @param dates published and modified; {@code captured} is the page's
 * @param place URLs, site, section
 * @param language BCP 47 tag, or null
 * @param tags the page's keywords
 * @param images the lead image, when there is one
 * @param access who may read it in full
 * @param rights what the page says about use
 * @param evidence one entry a value
 * @param spent blocks whose text became a field, by index, with the field's name: they are dropped
 *     from the text
 */
public record Metadata(
    Headline headline,
    Byline byline,
    Dates dates,
    WebLocation place,
    @Nullable String language,
    List<String> tags,
    List<Image> images,
    Access access,
    Rights rights,
    List<Evidence> evidence,
    Map<Integer, String> spent) {
  public Metadata {
    tags = List.copyOf(tags);
    images = List.copyOf(images);
    evidence = List.copyOf(evidence);
    spent = Map.copyOf(spent);
  }
}
