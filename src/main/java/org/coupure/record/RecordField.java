package org.coupure.record;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.PageKind;
import org.coupure.article.Passage;
import org.coupure.article.Reason;
import org.coupure.article.SubjectMatch;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.record.FieldType.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record: its key, its value, and where it is shown. {@link #in} gives the one table
 * of all fields, which JSON, CSV, front matter, explanations and comparisons read; a new field is
 * one line there. Immutable.
 */
public final class RecordField {
  /** Where fields are shown. Each form has its own choice of fields and its own order. */
  public enum Form {
    /** The record itself, in the order of the schema. */
    JSON,
    /** The columns of CSV; a column keeps its place for ever, because rows are appended. */
    CSV,
    /** The YAML block above a Markdown clipping. */
    FRONT_MATTER,
    /** What {@code explain} shows to people. */
    PEOPLE,
    /** What tests of rules and comparisons of records look at. */
    COMPARED
  }

  /**
   * In the order of {@code config/schema/article-1.json}. A name with a dot stands inside an
   * object. The numbers are places in CSV and in front matter.
   */
  private static final List<RecordField> ALL =
      List.of(
          of("schema", a -> RecordSchema.ID).required(),
          of("id", Article::id).required().csv(1).frontMatter(1).shown(),
          ofClip("outcome", c -> c.outcome().code()).required().csv(2).frontMatter(2).compared(),
          ofClip("reason", RecordField::reason).csv(3).frontMatter(3),
          of("pageKind", RecordField::pageKind).csv(21).frontMatter(4).shown(),
          of("url", a -> a.place().url()).csv(4).frontMatter(13).shown(),
          of("canonicalUrl", a -> a.place().canonicalUrl()).csv(5).frontMatter(14).shown(),
          of("host", RecordField::host).csv(22).frontMatter(15),
          of("domain", RecordField::domain).csv(23).frontMatter(16),
          of("site", a -> a.place().site()).csv(6).frontMatter(17).shown(),
          of("title", a -> a.headline().title()).csv(7).frontMatter(5).shown().compared(),
          of("subtitle", a -> a.headline().subtitle()).csv(8).frontMatter(6).shown().compared(),
          list("authors", a -> a.byline().authors()).csv(9).frontMatter(7).shown().compared(),
          of("agency", a -> a.byline().agency()).csv(10).frontMatter(8).shown().compared(),
          of("date", RecordField::publishedDay).frontMatter(9).outsideJson(),
          of("published", a -> a.dates().published()).csv(11).frontMatter(10).shown().compared(),
          of("publishedPrecision", a -> precision(a.dates().published())).csv(26),
          of("publishedZone", a -> zone(a.dates().published())).csv(27),
          of("publishedDay", RecordField::publishedDay).is(Scalar.DATE).csv(24),
          of("publishedUtc", RecordField::publishedUtc).is(Scalar.TIMESTAMP).csv(25),
          of("modified", a -> a.dates().modified()).csv(12).frontMatter(11).shown().compared(),
          of("modifiedPrecision", a -> precision(a.dates().modified())).csv(28),
          of("modifiedZone", a -> zone(a.dates().modified())).csv(29),
          of("captured", a -> a.dates().captured()).csv(13).frontMatter(12),
          of("language", Article::language).csv(14).frontMatter(19).shown().compared(),
          of("section", a -> a.place().section()).csv(15).frontMatter(18).shown().compared(),
          list("tags", Article::tags).csv(16).frontMatter(20).shown().compared(),
          of("description", a -> a.headline().description()).csv(17).frontMatter(21).shown(),
          of("text", Article::text).required().csv(18),
          of("body", Article::body).is(new FieldType.ListOf(FieldType.PASSAGE)).required(),
          of("images", Article::images)
              .is(new FieldType.ListOf(FieldType.IMAGE))
              .required()
              .shown()
              .compared(),
          of("image", RecordField::leadImage).frontMatter(22).outsideJson(),
          of("access", a -> a.access().code()).required().shown().compared(),
          list("sources", a -> a.assignment().sources()).csv(31),
          of("subjects", a -> a.assignment().subjects())
              .is(new FieldType.ListOf(FieldType.SUBJECT))
              .required()
              .csv(32),
          of("rights.license", a -> a.rights().license()),
          of("rights.robots", a -> a.rights().robots()),
          of("rights.tdmReservation", a -> a.rights().tdmReservation()).is(Scalar.BOOLEAN),
          of("rights.tdmPolicy", a -> a.rights().tdmPolicy()),
          of("rights.contentSignal", a -> a.rights().contentSignal()),
          of("rights.contentUsage", a -> a.rights().contentUsage()),
          of("quality.confidence", RecordField::confidence)
              .is(Scalar.NUMBER)
              .required()
              .csv(20)
              .frontMatter(24),
          of("quality.exact", RecordField::exact).is(Scalar.NUMBER),
          of("quality.words", a -> a.quality().words())
              .is(Scalar.INTEGER)
              .required()
              .csv(19)
              .frontMatter(23),
          of("quality.path", a -> a.quality().path()).required(),
          list("quality.flags", a -> a.quality().flags()).csv(30).shown(),
          of("duplicate.textHash", a -> a.duplicate().textHash()),
          of("duplicate.simhash", a -> a.duplicate().simhash()),
          of("duplicate.of", a -> a.duplicate().of()),
          of("duplicate.cluster", a -> a.duplicate().cluster()),
          of("duplicate.story", a -> a.duplicate().story()),
          of("provenance.source", a -> a.provenance().source()).required(),
          of("provenance.sha256", a -> a.provenance().sha256()),
          of("provenance.charset", a -> a.provenance().charset()).shown(),
          of("provenance.rule", a -> a.provenance().rule()).shown(),
          of("provenance.version", a -> a.provenance().version()).required());

  private static final Map<Form, List<RecordField>> BY_FORM = byForm();

  private final String path;
  private final BiFunction<Clip, Article, @Nullable Object> value;

  private final FieldType type;
  private final boolean nullable;

  /** The place in each form that shows the field. */
  private final Map<Form, Integer> places;

  private RecordField(
      String path,
      BiFunction<Clip, Article, @Nullable Object> value,
      FieldType type,
      boolean nullable,
      Map<Form, Integer> places) {
    this.path = path;
    this.value = value;
    this.type = type;
    this.nullable = nullable;
    this.places = places;
  }

  /** Returns the fields that {@code form} shows, in its order. */
  public static List<RecordField> in(Form form) {
    return Objects.requireNonNull(BY_FORM.get(form));
  }

  private static Map<Form, List<RecordField>> byForm() {
    Map<Form, List<RecordField>> all = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      List<RecordField> shown = new ArrayList<>(ALL);
      shown.removeIf(field -> !field.places.containsKey(form));
      shown.sort(Comparator.comparingInt(field -> field.places.getOrDefault(form, 0)));
      all.put(form, List.copyOf(shown));
    }
    return all;
  }

  /** Returns where the field stands in the record, such as {@code quality.words}. */
  public String path() {
    return path;
  }

  /** Returns the last part of the path, such as {@code words}. */
  public String name() {
    return path.substring(path.indexOf('.') + 1);
  }

  /** Returns the object that the field stands in, such as {@code quality}; empty at the top. */
  public String object() {
    return path.substring(0, Math.max(0, path.indexOf('.')));
  }

  /** Returns what stores with types take the value for. */
  public FieldType type() {
    return type;
  }

  /** Returns whether the value may be null. */
  public boolean nullable() {
    return nullable;
  }

  /**
   * Returns the value: a String, Integer, Double, Boolean, Instant, LocalDate, {@link Moment}, a
   * list of Strings, {@link Passage}s, {@link Image}s or {@link SubjectMatch}es, or null when it is
   * unknown.
   *
   * @param article the article of {@code clip}
   */
  public @Nullable Object value(Clip clip, Article article) {
    return value.apply(clip, article);
  }

  /** Returns the value as text: one for each element of a list, none when it is unknown. */
  public List<String> texts(Clip clip, Article article) {
    Object found = value.apply(clip, article);
    if (found instanceof List<?> list) {
      return list.stream().map(RecordField::text).toList();
    }
    return found == null ? List.of() : List.of(text(found));
  }

  private static String text(Object value) {
    if (value instanceof Moment moment) {
      return moment.toRfc3339();
    }
    if (value instanceof Image image) {
      return image.url();
    }
    if (value instanceof SubjectMatch subject) {
      return subject.name();
    }
    return value instanceof Passage passage ? passage.text() : value.toString();
  }

  private static RecordField of(String path, Function<Article, @Nullable Object> value) {
    return of(path, (clip, article) -> value.apply(article));
  }

  private static RecordField ofClip(String path, Function<Clip, @Nullable Object> value) {
    return of(path, (clip, article) -> value.apply(clip));
  }

  private static RecordField of(String path, BiFunction<Clip, Article, @Nullable Object> value) {
    return new RecordField(path, value, Scalar.STRING, true, Map.of(Form.JSON, 0));
  }

  private static RecordField list(String path, Function<Article, @Nullable Object> value) {
    return of(path, value).is(new FieldType.ListOf(Scalar.STRING)).required();
  }

  private RecordField is(FieldType other) {
    return new RecordField(path, value, other, nullable, places);
  }

  private RecordField required() {
    return new RecordField(path, value, type, false, places);
  }

  private RecordField csv(int place) {
    return at(Form.CSV, place);
  }

  private RecordField frontMatter(int place) {
    return at(Form.FRONT_MATTER, place);
  }

  private RecordField shown() {
    return at(Form.PEOPLE, 0);
  }

  private RecordField compared() {
    return at(Form.COMPARED, 0);
  }

  /** A field that other forms derive, and that the record itself says in another way. */
  private RecordField outsideJson() {
    Map<Form, Integer> others = new EnumMap<>(places);
    others.remove(Form.JSON);
    return new RecordField(path, value, type, nullable, others);
  }

  private RecordField at(Form form, int place) {
    Map<Form, Integer> more = new EnumMap<>(places);
    more.put(form, place);
    return new RecordField(path, value, type, nullable, more);
  }

  private static @Nullable Object reason(Clip clip) {
    return clip.reason() == Reason.NONE ? null : clip.reason().code();
  }

  private static @Nullable Object pageKind(Article article) {
    PageKind kind = article.pageKind();
    return kind == null ? null : kind.code();
  }

  private static @Nullable Object host(Article article) {
    return Url.host(article.place().urlOrCanonical());
  }

  private static @Nullable Object domain(Article article) {
    String host = Url.host(article.place().urlOrCanonical());
    return host == null ? null : Site.registered(host);
  }

  /** The day on the publisher's calendar. */
  private static @Nullable Object publishedDay(Article article) {
    Moment published = article.dates().published();
    return published == null ? null : published.time().toLocalDate();
  }

  /** Null when only the day or only a wall clock is known: a guess would look like a fact. */
  private static @Nullable Object publishedUtc(Article article) {
    Moment published = article.dates().published();
    return published == null
            || published.precision() == Moment.Precision.DAY
            || published.zone() == Moment.Zone.UNKNOWN
        ? null
        : published.time().toInstant(published.offset()).truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Object precision(@Nullable Moment moment) {
    return moment == null ? null : moment.precision().code();
  }

  private static @Nullable Object zone(@Nullable Moment moment) {
    return moment == null ? null : moment.zone().code();
  }

  private static @Nullable Object leadImage(Article article) {
    return article.images().isEmpty() ? null : article.images().get(0).url();
  }

  /** Three decimals: more would promise what no model keeps. */
  private static Object confidence(Article article) {
    return rounded(article.quality().confidence());
  }

  private static @Nullable Object exact(Article article) {
    Double exact = article.quality().exact();
    return exact == null ? null : rounded(exact);
  }

  private static double rounded(double chance) {
    return Math.round(chance * 1000) / 1000.0;
  }
}
