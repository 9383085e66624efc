package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * An article's words, read once, so that many queries can be asked of it. One thread uses it at a
 * time.
 */
public final class IndexedArticle {
  private final WordIndex title;
  private final WordIndex text;
  private final @Nullable Article article;
  private final Stemmer stemmer;
  private @Nullable WordIndex site;
  private @Nullable WordIndex authors;
  private @Nullable WordIndex section;

  private IndexedArticle(@Nullable String title, String text, @Nullable Article article) {
    this.title = WordIndex.of(title);
    this.text = WordIndex.of(text);
    this.article = article;
    stemmer = new Stemmer(article == null ? null : article.language());
  }

  /** Returns the index of an article. */
  public static IndexedArticle of(Article article) {
    return new IndexedArticle(article.headline().title(), article.text(), article);
  }

  /** Returns the index of a title, or null, and a text of which nothing else is known. */
  public static IndexedArticle of(@Nullable String title, String text) {
    return new IndexedArticle(title, text, null);
  }

  /** Returns the title's words. */
  WordIndex title() {
    return title;
  }

  /** Returns the text's words. */
  WordIndex text() {
    return text;
  }

  Stemmer stemmer() {
    return stemmer;
  }

  /** Returns the host of the article's URL in lower case, or null. */
  @Nullable String host() {
    return article == null ? null : Url.host(article.place().urlOrCanonical());
  }

  /** Returns the words in which a term of {@code part} is looked for, apart from ANYWHERE. */
  WordIndex words(Part part) {
    return switch (part) {
      case TITLE -> title;
      case SITE -> site();
      case AUTHOR -> authors();
      case SECTION -> section();
      default -> text;
    };
  }

  private WordIndex site() {
    if (site == null) {
      site = WordIndex.of(known(article == null ? null : article.place().site(), host()));
    }
    return site;
  }

  private WordIndex authors() {
    if (authors == null) {
      List<String> names = new ArrayList<>();
      if (article != null) {
        names.addAll(article.byline().authors());
        names.addAll(known(article.byline().agency()));
      }
      authors = WordIndex.of(names);
    }
    return authors;
  }

  private WordIndex section() {
    if (section == null) {
      section = WordIndex.of(article == null ? null : article.place().section());
    }
    return section;
  }

  private static List<String> known(@Nullable String... texts) {
    List<String> known = new ArrayList<>();
    for (String text : texts) {
      if (text != null) {
        known.add(text);
      }
    }
    return known;
  }
}
