package org.coupure.review;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.SubjectMatch;
import org.coupure.query.QueryMatch;
import org.jspecify.annotations.Nullable;

/**
 * What the papers wrote, by subject, each story once. Immutable; the same articles give the same
 * bytes.
 */
public final class Review {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final String title;
  private final ZoneId zone;
  private final List<ReviewSection> sections;

  private Review(String title, ZoneId zone, List<ReviewSection> sections) {
    this.title = title;
    this.zone = zone;
    this.sections = List.copyOf(sections);
  }

  /** Returns a builder of a review under a title, for readers who tell the time in a zone. */
  public static Builder builder(String title, ZoneId zone) {
    return new Builder(title, zone);
  }

  String title() {
    return title;
  }

  List<ReviewSection> sections() {
    return sections;
  }

  /** Returns all articles, each once, however many subjects have it. */
  List<ReviewItem> items() {
    Map<Set<String>, ReviewItem> items = new LinkedHashMap<>();
    sections.stream()
        .flatMap(section -> section.stories().stream())
        .flatMap(story -> story.all().stream())
        .forEach(item -> items.putIfAbsent(item.keys(), item));
    return List.copyOf(items.values());
  }

  /** Returns how many articles the review has. */
  public int size() {
    return items().size();
  }

  /** Returns the line below the title: counts, days and the zone. */
  String facts() {
    long stories = sections.stream().flatMap(s -> s.stories().stream()).count();
    long papers = items().stream().map(item -> item.source().paper()).distinct().count();
    List<LocalDate> days = days(items());
    String from = days.isEmpty() ? "" : DAY.format(days.get(0));
    String to = days.isEmpty() ? "" : DAY.format(days.get(days.size() - 1));
    Stream<String> facts =
        Stream.of(
            counted(stories, "story", "stories")
                + ", "
                + counted(size(), "article", "articles")
                + ", "
                + counted(papers, "paper", "papers"),
            from.equals(to) ? from : from + " to " + to,
            zone.getId());
    return String.join(" · ", facts.filter(fact -> !fact.isEmpty()).toList());
  }

  static List<LocalDate> days(List<ReviewItem> items) {
    return items.stream()
        .map(item -> item.source().day())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .sorted()
        .toList();
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Returns one HTML page that needs no other file. */
  public String html(PictureUse pictures) {
    String body = new ReviewHtml(this, pictures).body();
    return HtmlPage.framed(title, body, "review", pictures);
  }

  /** Returns CommonMark. */
  public String markdown() {
    return ReviewMarkdown.of(this);
  }

  /** Returns an EPUB 3 file. */
  public byte[] epub(PictureUse pictures) {
    return ReviewEpub.of(this, pictures == PictureUse.LOAD ? PictureUse.LINK : pictures);
  }

  /**
   * Returns the review in the format of a file's name.
   *
   * @param name ends with {@code .html}, {@code .md} or {@code .epub}
   * @throws IllegalArgumentException if it has another ending
   */
  public byte[] write(String name, PictureUse pictures) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "html", "htm" -> html(pictures).getBytes(StandardCharsets.UTF_8);
      case "md", "markdown" -> markdown().getBytes(StandardCharsets.UTF_8);
      case "epub" -> epub(pictures);
      default ->
          throw new IllegalArgumentException(
              "a review is written as .html, .md or .epub, not \"" + name + "\"");
    };
  }

  /** Collects articles. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final ZoneId zone;
    private final Map<String, Map<String, ReviewItem>> subjects = new LinkedHashMap<>();
    private final Map<String, ReviewItem> rest = new LinkedHashMap<>();

    private Builder(String title, ZoneId zone) {
      this.title = title;
      this.zone = zone;
    }

    /** Gives a subject its place, behind those that were named before. */
    public Builder subject(String name) {
      subjects.computeIfAbsent(name, key -> new LinkedHashMap<>());
      return this;
    }

    /**
     * Adds an article to a subject; of two with one id the later one stays.
     *
     * @param match where the words stand that the subject asks for, or null
     */
    public Builder add(String subject, Article article, @Nullable QueryMatch match) {
      subject(subject);
      Objects.requireNonNull(subjects.get(subject))
          .put(article.id(), ReviewItem.of(article, match, zone));
      return this;
    }

    /**
     * Adds an article to the subjects that its record names; one without any stands last.
     *
     * @param wanted the only subject that is wanted, or null for all
     */
    public Builder addToSubjects(Article article, @Nullable String wanted) {
      List<SubjectMatch> own = article.assignment().subjects();
      for (SubjectMatch subject : own) {
        if (wanted == null || subject.name().equals(wanted)) {
          add(subject.name(), article, new QueryMatch(subject.title(), subject.text()));
        }
      }
      if (own.isEmpty() && wanted == null) {
        rest.put(article.id(), ReviewItem.of(article, null, zone));
      }
      return this;
    }

    /** Returns the review. */
    public Review build() {
      List<ReviewSection> sections = new ArrayList<>();
      subjects.forEach(
          (name, items) -> sections.add(new ReviewSection(name, FoldedStory.fold(items.values()))));
      if (!rest.isEmpty() || sections.isEmpty()) {
        String name = sections.isEmpty() ? "Articles" : "Other articles";
        sections.add(new ReviewSection(name, FoldedStory.fold(rest.values())));
      }
      return new Review(title, zone, sections);
    }
  }
}
