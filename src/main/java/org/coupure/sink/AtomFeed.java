package org.coupure.sink;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.Sha256;
import org.coupure.file.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * A feed of Atom (RFC 4287) with the newest records, the last written first. An entry's id is the
 * record's, so that a record written again stays one entry. The file appears whole each time.
 */
final class AtomFeed implements ArticleSink {
  /** Readers ask a few times a day; more entries would only make the file large. */
  private static final int MOST = 200;

  private static final String ENTRY = "<entry>\n";
  private static final String END = "</entry>\n";

  private final Path file;

  /** By record's id, in the order of writing. Each is the XML of an entry. */
  private final Map<String, String> entries;

  private boolean changed;
  private long written;

  private AtomFeed(Path file, Map<String, String> entries) {
    this.file = file;
    this.entries = entries;
  }

  static AtomFeed open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      ArticleFolder.makeFolder(folder);
    }
    Map<String, String> entries = new LinkedHashMap<>();
    if (Files.exists(file)) {
      List<String> found = entriesOf(Files.readString(file));
      Collections.reverse(found);
      found.forEach(entry -> entries.put(idOf(entry), entry));
    }
    return new AtomFeed(file, entries);
  }

  /** Texts are escaped, so that these lines stand nowhere else. */
  private static List<String> entriesOf(String feed) {
    List<String> entries = new ArrayList<>();
    int start = feed.indexOf(ENTRY);
    while (start >= 0) {
      int end = feed.indexOf(END, start);
      if (end < 0) {
        break;
      }
      entries.add(feed.substring(start, end + END.length()));
      start = feed.indexOf(ENTRY, end);
    }
    return entries;
  }

  private static String idOf(String entry) {
    return between(entry, "<id>", "</id>");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, Math.max(from, text.indexOf(end, from)));
  }

  @Override
  public JournalEntry plan(Clip clip) {
    Article article = clip.requireArticle();
    String entry = entry(article);
    return new JournalEntry(idOf(entry), entry.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(JournalEntry entry) {
    // One that is written again is the newest.
    entries.remove(entry.place());
    entries.put(entry.place(), new String(entry.bytes(), StandardCharsets.UTF_8));
    changed = true;
    written++;
  }

  @Override
  public void force() throws IOException {
    if (!changed) {
      return;
    }
    List<String> newest = new ArrayList<>(entries.values());
    Collections.reverse(newest);
    newest.stream().skip(MOST).forEach(old -> entries.remove(idOf(old)));
    AtomicFile.write(file, feed(newest).getBytes(StandardCharsets.UTF_8));
    changed = false;
  }

  private String feed(List<String> newest) {
    String name = String.valueOf(file.getFileName()).replaceFirst("[.]atom$", "");
    String updated =
        newest.stream()
            .map(entry -> between(entry, "<updated>", "</updated>"))
            .max(String::compareTo)
            .orElse("1970-01-01T00:00:00Z");
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element(xml, "id", "urn:coupure:feed:" + Sha256.of(name));
    // Names in paths are escaped with percent signs.
    element(xml, "title", URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    element(xml, "updated", updated);
    xml.append("<generator>Coupure</generator>\n");
    newest.stream().limit(MOST).forEach(xml::append);
    return xml.append("</feed>\n").toString();
  }

  private static String entry(Article article) {
    StringBuilder xml = new StringBuilder(ENTRY);
    element(xml, "id", "urn:coupure:" + article.id());
    element(xml, "title", article.headline().titleForPeople());
    String url = article.place().url();
    if (url != null) {
      xml.append("<link rel=\"alternate\" href=\"").append(Xml.escaped(url)).append("\"/>\n");
    }
    Moment published = article.dates().published();
    if (published != null) {
      element(xml, "published", utc(published).toString());
    }
    element(xml, "updated", updated(article).toString());
    List<String> authors = article.byline().authors();
    String site = Objects.requireNonNullElse(article.place().site(), "unknown");
    for (String author : authors.isEmpty() ? List.of(site) : authors) {
      xml.append("<author><name>").append(Xml.escaped(author)).append("</name></author>\n");
    }
    for (String subject : article.assignment().subjectNames()) {
      xml.append("<category term=\"").append(Xml.escaped(subject)).append("\"/>\n");
    }
    summary(xml, article.headline().description());
    String language = article.language();
    xml.append("<content type=\"html\"");
    if (language != null) {
      xml.append(" xml:lang=\"").append(Xml.escaped(language)).append('"');
    }
    xml.append('>').append(Xml.escaped(html(article.body()))).append("</content>\n");
    return xml.append(END).toString();
  }

  private static void summary(StringBuilder xml, @Nullable String description) {
    if (description != null) {
      element(xml, "summary", description);
    }
  }

  private static Instant updated(Article article) {
    Moment modified = article.dates().modified();
    Moment stated = modified == null ? article.dates().published() : modified;
    Instant captured = article.dates().captured();
    Instant time = stated == null ? captured : utc(stated);
    return time == null ? Instant.EPOCH : time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant utc(Moment moment) {
    return OffsetDateTime.of(moment.time(), moment.offset())
        .toInstant()
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private static String html(List<Passage> body) {
    StringBuilder html = new StringBuilder();
    for (Passage passage : body) {
      String tag =
          switch (passage.kind()) {
            case HEADING -> "h" + Math.min(6, Math.max(2, passage.level()));
            case QUOTE -> "blockquote";
            case CODE -> "pre";
            default -> "p";
          };
      html.append('<').append(tag).append('>').append(Xml.escaped(passage.text()));
      html.append("</").append(tag).append(">\n");
    }
    return html.toString();
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(Xml.escaped(text));
    xml.append("</").append(name).append(">\n");
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(false, written, file);
  }

  @Override
  public void close() throws IOException {
    force();
  }
}
