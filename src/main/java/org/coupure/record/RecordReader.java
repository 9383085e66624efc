package org.coupure.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coupure.article.Access;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Byline;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Headline;
import org.coupure.article.Image;
import org.coupure.article.MatchedWords;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.coupure.article.Outcome;
import org.coupure.article.PageKind;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.article.SubjectMatch;
import org.coupure.article.WebLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link RecordWriter} wrote, of this version or of another one: what is missing or
 * strange is as if it were unknown. The explanation is not read. Pure functions.
 */
public final class RecordReader {
  private RecordReader() {}

  /**
   * Reads a record.
   *
   * @param bytes a JSON object in UTF-8
   * @throws IllegalArgumentException if it is no JSON object or has no {@code id}; the message says
   *     which
   */
  public static Clip read(byte[] bytes) {
    JsonObject json = JsonObject.parse(bytes);
    String id = json.text("id");
    if (id == null || id.isEmpty()) {
      throw new IllegalArgumentException("the record has no \"id\"");
    }
    Article article = article(id, json);
    Outcome outcome = code(Outcome.values(), json.text("outcome"), Outcome::code, Outcome.CLIPPED);
    Reason reason = code(Reason.values(), json.text("reason"), Reason::code, Reason.NONE);
    return new Clip(article.provenance().source(), outcome, reason, null, article);
  }

  private static Article article(String id, JsonObject json) {
    String stated = json.text("pageKind");
    PageKind kind =
        stated == null ? null : code(PageKind.values(), stated, PageKind::code, PageKind.OTHER);
    return Article.builder(id, provenance(json.object("provenance")))
        .pageKind(kind)
        .headline(new Headline(json.text("title"), json.text("subtitle"), json.text("description")))
        .byline(new Byline(json.texts("authors"), json.text("agency")))
        .dates(new Dates(moment(json, "published"), moment(json, "modified"), instant(json)))
        .place(
            new WebLocation(
                json.text("url"),
                json.text("canonicalUrl"),
                json.text("site"),
                json.text("section")))
        .language(json.text("language"))
        .tags(json.texts("tags"))
        .body(body(json))
        .images(images(json))
        .access(code(Access.values(), json.text("access"), Access::code, Access.UNKNOWN))
        .rights(rights(json.object("rights")))
        .quality(quality(json.object("quality")))
        .duplicate(duplicate(json.object("duplicate")))
        .assignment(new Assignment(json.texts("sources"), subjects(json)))
        .build();
  }

  private static Provenance provenance(JsonObject json) {
    return new Provenance(
        Objects.requireNonNullElse(json.text("source"), ""),
        json.text("sha256"),
        json.text("charset"),
        json.text("rule"),
        Objects.requireNonNullElse(json.text("version"), ""));
  }

  private static List<Passage> body(JsonObject json) {
    List<Passage> body = new ArrayList<>();
    for (JsonObject passage : json.objects("body")) {
      String text = passage.text("text");
      Double level = passage.number("level");
      if (text != null && !text.isBlank()) {
        PassageKind kind =
            code(
                PassageKind.values(),
                passage.text("kind"),
                PassageKind::code,
                PassageKind.PARAGRAPH);
        body.add(new Passage(kind, text, level == null ? 0 : level.intValue()));
      }
    }
    String text = json.text("text");
    if (body.isEmpty() && text != null) {
      // Records of other programs have a text only.
      for (String paragraph : text.split("\n\n+", -1)) {
        if (!paragraph.isBlank()) {
          body.add(Passage.paragraph(paragraph));
        }
      }
    }
    return body;
  }

  private static List<Image> images(JsonObject json) {
    List<Image> images = new ArrayList<>();
    for (JsonObject image : json.objects("images")) {
      String url = image.text("url");
      if (url != null) {
        images.add(new Image(url, image.text("caption"), image.text("credit")));
      }
    }
    return images;
  }

  private static List<SubjectMatch> subjects(JsonObject json) {
    List<SubjectMatch> subjects = new ArrayList<>();
    // Other programs may write names alone.
    json.texts("subjects").forEach(n -> subjects.add(new SubjectMatch(n, List.of(), List.of())));
    for (JsonObject subject : json.objects("subjects")) {
      String name = subject.text("name");
      if (name != null) {
        subjects.add(new SubjectMatch(name, words(subject, "title"), words(subject, "text")));
      }
    }
    return subjects;
  }

  private static List<MatchedWords> words(JsonObject subject, String key) {
    List<MatchedWords> words = new ArrayList<>();
    for (JsonObject match : subject.objects(key)) {
      String text = match.text("words");
      Double start = match.number("start");
      Double end = match.number("end");
      if (text != null && start != null && end != null) {
        words.add(new MatchedWords(text, start.intValue(), end.intValue()));
      }
    }
    return words;
  }

  private static Rights rights(JsonObject json) {
    return new Rights(
        json.text("license"),
        json.text("robots"),
        json.truth("tdmReservation"),
        json.text("tdmPolicy"),
        json.text("contentSignal"),
        json.text("contentUsage"));
  }

  private static Quality quality(JsonObject json) {
    Double words = json.number("words");
    Double confidence = json.number("confidence");
    Double exact = json.number("exact");
    return new Quality(
        confidence == null ? 0 : Math.min(1, Math.max(0, confidence)),
        exact == null ? null : Math.min(1, Math.max(0, exact)),
        words == null ? 0 : words.intValue(),
        Objects.requireNonNullElse(json.text("path"), "none"),
        json.texts("flags"));
  }

  private static Duplicate duplicate(JsonObject json) {
    return new Duplicate(
        json.text("textHash"),
        json.text("simhash"),
        json.text("of"),
        json.text("cluster"),
        json.text("story"));
  }

  private static @Nullable Instant instant(JsonObject json) {
    String text = json.text("captured");
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException ignored) { // As if it were unknown.
      return null;
    }
  }

  private static @Nullable Moment moment(JsonObject json, String key) {
    String text = json.text(key);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == "2024-03-04".length()) {
        return Moment.of(LocalDate.parse(text));
      }
      OffsetDateTime time = OffsetDateTime.parse(text);
      Precision precision =
          code(Precision.values(), json.text(key + "Precision"), Precision::code, Precision.SECOND);
      Zone zone = code(Zone.values(), json.text(key + "Zone"), Zone::code, Zone.STATED);
      ZoneOffset offset = time.getOffset();
      return new Moment(time.toLocalDateTime(), offset, precision, zone);
    } catch (DateTimeException ignored) { // As if it were unknown.
      return null;
    }
  }

  /** The code of a value of an enum. */
  @FunctionalInterface
  private interface Code<T> {
    String of(T value);
  }

  private static <T> T code(T[] values, @Nullable String code, Code<T> codes, T otherwise) {
    for (T value : values) {
      if (codes.of(value).equals(code)) {
        return value;
      }
    }
    return otherwise;
  }
}
