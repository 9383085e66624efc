package org.coupure.discover;

import java.util.ArrayList;
import java.util.List;
import org.coupure.date.Timestamps;
import org.coupure.discover.Listing.Kind;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonFeed() {}

  static Listing read(String text, LinkList links) {
    JsonNode feed;
    try {
      feed = JSON.readTree(text);
    } catch (JacksonException bad) {
      return Listing.unreadable("the JSON can't be read: " + bad.getOriginalMessage());
    }
    JsonNode items = feed.path("items");
    if (!items.isArray()) {
      return Listing.unreadable("JSON, but no JSON Feed: it has no list of \"items\"");
    }
    String language = string(feed, "language");
    for (JsonNode item : items) {
      String own = string(item, "language");
      links.add(
          url(item),
          string(item, "title"),
          Timestamps.parse(string(item, "date_published")),
          Timestamps.parse(string(item, "date_modified")),
          own == null ? language : own,
          metadata(item));
    }
    return new Listing(Kind.FEED, links.links(), List.of(), links.complaint());
  }

  private static ItemMetadata metadata(JsonNode item) {
    List<String> authors = new ArrayList<>();
    for (JsonNode author : item.path("authors")) {
      add(authors, string(author, "name"));
    }
    // Version 1 had one author.
    add(authors, string(item.path("author"), "name"));
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> add(tags, tag.isString() ? tag.stringValue() : null));
    String html = string(item, "content_html");
    String text = string(item, "content_text");
    String content = html == null && text != null ? paragraphs(text) : html;
    return new ItemMetadata(authors, tags, content);
  }

  private static void add(List<String> list, @Nullable String value) {
    if (value != null) {
      list.add(value);
    }
  }

  private static String paragraphs(String text) {
    return "<p>" + Entities.escape(text).replaceAll("\\R\\s*\\R", "</p>\n<p>") + "</p>";
  }

  private static @Nullable String url(JsonNode item) {
    String url = string(item, "url");
    String id = string(item, "id");
    return url != null ? url : id != null && id.startsWith("http") ? id : null;
  }

  private static @Nullable String string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? value.stringValue() : null;
  }
}
