package org.coupure.rules.ftr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Translates the statements of one site file, one by one. Not thread-safe. */
final class FtrConverter {
  /** Stands in the first line of an imported rule, before the name of its file. */
  static final String MARK = "Imported from ftr-site-config: ";

  private static final String OWN = "Coupure does so by itself, or the clip's options say so";
  private static final String SHAPE =
      "changes how the text looks; records keep its words and kinds";
  private static final String RAW =
      "works on the page's source before it is parsed; rules see the page as it was captured";
  private static final String LOGIN = "rules hold no logins; bring cookies with --cookie-file";

  /** What cannot be a piece of markup, and is no name either. */
  private static final Pattern PROSE =
      Pattern.compile("[^<>=\"&/\\\\]*[^\\x00-\\x7F][^<>=\"&/\\\\]*");

  private final SiteName site;
  private final List<Note> notes = new ArrayList<>();
  private final List<String> content = new ArrayList<>();
  private final List<String> remove = new ArrayList<>();
  private final List<Map<String, List<String>>> replace = new ArrayList<>();
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Map<String, List<String>>> tests = new ArrayList<>();
  private @Nullable Statement find;

  FtrConverter(SiteName site) {
    this.site = site;
    // In the order in which a rule is best written.
    for (String key : List.of("title", "authors", "published", "next-page", "print-page")) {
      fields.put(key, new ArrayList<>());
    }
  }

  FtrConverter read(String text) {
    List<Statement> statements = Statement.read(text);
    statements.forEach(this::read);
    if (find != null) {
      note(find, ImportStatus.DROPPED, "has no `replace_string` behind it");
    }
    return this;
  }

  List<Note> notes() {
    return notes;
  }

  private void read(Statement line) {
    if (line.value().isEmpty() && !line.key().equals("replace_string")) {
      note(line, ImportStatus.MEANINGLESS, "has no value");
      return;
    }
    switch (line.key()) {
      case "title" -> field(line, "title");
      case "author" -> field(line, "authors");
      case "date" -> field(line, "published");
      case "body" -> body(line);
      case "strip", "strip_attr", "post_strip_attr" -> strip(line);
      case "strip_id_or_class" -> stripNamed(line);
      case "strip_image_src" -> stripImage(line);
      case "next_page_link" -> url(line, "next-page");
      case "single_page_link" -> url(line, "print-page");
      case "find_string" -> find(line);
      case "replace_string" -> replace(line);
      case "http_header" -> header(line);
      case "test_url" -> test(line);
      case "test_contains" -> expectation(line);
      default -> other(line);
    }
  }

  private void other(Statement line) {
    switch (line.key()) {
      case "prune", "tidy", "parser", "autodetect_on_failure", "autodetect_next_page" ->
          note(line, ImportStatus.MEANINGLESS, OWN);
      case "skip_json_ld" ->
          note(line, ImportStatus.MEANINGLESS, "a rule's fields go before structured data anyway");
      case "convert_double_br_tags", "strip_comments", "footnotes", "insert_detected_image" ->
          note(line, ImportStatus.MEANINGLESS, OWN);
      case "wrap_in", "move_into", "dissolve" -> note(line, ImportStatus.MEANINGLESS, SHAPE);
      case "requires_login", "not_logged_in_xpath" -> note(line, ImportStatus.MEANINGLESS, LOGIN);
      case "native_ad_clue" ->
          note(line, ImportStatus.DROPPED, "records do not tell paid articles apart");
      case "if_page_contains" ->
          note(line, ImportStatus.DROPPED, "rules follow a link wherever it is there");
      case "skip_id_or_class" ->
          note(
              line, ImportStatus.DROPPED, "exempts elements from what the reader strips by itself");
      default -> unknown(line);
    }
  }

  private void unknown(Statement line) {
    if (line.key().startsWith("login_")) {
      note(line, ImportStatus.MEANINGLESS, LOGIN);
      return;
    }
    String meant =
        switch (line.key()) {
          case "titl" -> "title";
          case "test_rul", "test" -> "test_url";
          default -> "";
        };
    String hint = meant.isEmpty() ? "" : "; `" + meant + "` may be meant";
    note(line, ImportStatus.DROPPED, line.key().isEmpty() ? "no key" : "unknown key" + hint);
  }

  private void note(Statement line, ImportStatus fate, String why) {
    notes.add(new Note(line.line(), line.key(), fate, why));
  }

  private boolean isFaulty(Statement line) {
    String fault = XPathText.fault(line.value());
    if (fault != null) {
      note(line, ImportStatus.DROPPED, fault);
    }
    return fault != null;
  }

  private static String selector(String xpath, boolean valued) {
    String css = XPathToCss.css(xpath, valued);
    return css == null ? "xpath:" + xpath : css;
  }

  private static void add(List<String> list, String value) {
    if (!list.contains(value)) {
      list.add(value);
    }
  }

  private List<String> of(String field) {
    return fields.computeIfAbsent(field, key -> new ArrayList<>());
  }

  private void field(Statement line, String field) {
    if (!isFaulty(line)) {
      add(of(field), selector(line.value(), true));
      note(line, ImportStatus.TRANSLATED, "");
    }
  }

  private void url(Statement line, String field) {
    if (!isFaulty(line)) {
      add(of(field), selector(XPathText.url(line.value()), true));
      note(line, ImportStatus.TRANSLATED, "");
    }
  }

  /** Each line is tried after the one before, so they are alternatives. */
  private void body(Statement line) {
    if (isFaulty(line)) {
      return;
    }
    String xpath = line.value();
    if (!XPathText.givesNodes(xpath)
        || XPathText.isOfAttributes(xpath)
        || XPathText.isOfTexts(xpath)) {
      note(line, ImportStatus.DROPPED, "gives a text, and a container is an element");
      return;
    }
    add(content, selector(xpath, false));
    note(line, ImportStatus.TRANSLATED, "");
  }

  private void strip(Statement line) {
    if (isFaulty(line)) {
      return;
    }
    String xpath = line.value();
    if (XPathText.isOfAttributes(xpath)) {
      note(line, ImportStatus.MEANINGLESS, "takes attributes away, of which records have none");
    } else if (XPathText.isOfComments(xpath)) {
      note(line, ImportStatus.MEANINGLESS, "takes comments away, of which records have none");
    } else if (XPathText.isOfTexts(xpath)) {
      note(line, ImportStatus.DROPPED, "takes a text out of its element; write it as `strip`");
    } else if (!XPathText.givesNodes(xpath)) {
      note(line, ImportStatus.DROPPED, "gives a text, and elements are wanted");
    } else {
      // All that any path finds goes, so each may stand for itself.
      XPathText.union(xpath).forEach(path -> add(remove, selector(path, false)));
      note(line, ImportStatus.TRANSLATED, "");
    }
  }

  private void stripNamed(Statement line) {
    String part = line.value().replace("'", "").replace("\"", "").strip();
    if (part.isEmpty()) {
      note(line, ImportStatus.MEANINGLESS, "has no value");
      return;
    }
    stripContaining("*", "class", part);
    stripContaining("*", "id", part);
    note(line, ImportStatus.TRANSLATED, "");
  }

  private void stripImage(Statement line) {
    String part = line.value().replace("'", "").replace("\"", "").strip();
    stripContaining("img", "src", part);
    note(line, ImportStatus.TRANSLATED, "");
  }

  private void stripContaining(String tag, String attribute, String part) {
    String css = XPathToCss.containing(attribute, part);
    String prefix = tag.equals("*") ? "" : tag;
    add(
        remove,
        css == null
            ? "xpath://" + tag + "[contains(@" + attribute + ", '" + part + "')]"
            : prefix + css);
  }

  private void find(Statement line) {
    if (find != null) {
      note(find, ImportStatus.DROPPED, "has no `replace_string` behind it");
    }
    find = line;
  }

  private void replace(Statement line) {
    Statement found = find;
    if (!line.argument().isEmpty()) {
      replace(line, line.argument());
    } else if (found != null) {
      find = null;
      notes.add(new Note(found.line(), found.key(), replace(line, found.value()), RAW));
    } else {
      note(line, ImportStatus.DROPPED, "has no `find_string` before it");
    }
  }

  /** What no markup can be is a matter of the text, with or without the source. */
  private ImportStatus replace(Statement line, String text) {
    if (PROSE.matcher(text).matches() && line.value().matches("[^<>&]*")) {
      replace.add(entries("text", text, "with", line.value()));
      note(line, ImportStatus.TRANSLATED, "");
      return ImportStatus.TRANSLATED;
    }
    note(line, ImportStatus.DROPPED, RAW);
    return ImportStatus.DROPPED;
  }

  private static Map<String, List<String>> entries(
      String key, String value, String other, String with) {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    entries.put(key, List.of(value));
    entries.put(other, List.of(with));
    return entries;
  }

  private void header(Statement line) {
    String name = line.argument().strip().toLowerCase(Locale.ROOT);
    switch (name) {
      case "accept", "accept-language" -> {
        headers.put(name, line.value());
        note(line, ImportStatus.TRANSLATED, "");
      }
      case "referer" -> referer(line);
      case "user-agent" ->
          note(
              line,
              ImportStatus.DROPPED,
              "Coupure says what it is; --user-agent is a person's decision");
      case "cookie" ->
          note(line, ImportStatus.DROPPED, "cookies are yours to bring, with --cookie-file");
      default -> note(line, ImportStatus.DROPPED, "no header that a rule should set");
    }
  }

  /** To come from a page of the site is what readers do; to come from a search engine is a pose. */
  private void referer(Statement line) {
    if (site.has(line.value())) {
      headers.put("referer", line.value());
      note(line, ImportStatus.TRANSLATED, "");
    } else {
      note(line, ImportStatus.DROPPED, "names another site's page as the one that led here");
    }
  }

  private void test(Statement line) {
    Map<String, List<String>> test = new LinkedHashMap<>();
    test.put("url", List.of(line.value()));
    test.put("contains", new ArrayList<>());
    tests.add(test);
    note(line, ImportStatus.TRANSLATED, "");
  }

  private void expectation(Statement line) {
    if (tests.isEmpty()) {
      note(line, ImportStatus.DROPPED, "has no `test_url` before it");
      return;
    }
    add(tests.get(tests.size() - 1).getOrDefault("contains", new ArrayList<>()), line.value());
    note(line, ImportStatus.TRANSLATED, "");
  }

  /** Returns the rule, or null when nothing was translated that a rule can say. */
  @Nullable String yaml(String file) {
    boolean says =
        !content.isEmpty()
            || !remove.isEmpty()
            || !replace.isEmpty()
            || !headers.isEmpty()
            || fields.values().stream().anyMatch(list -> !list.isEmpty());
    if (!says) {
      return null;
    }
    YamlWriter yaml = YamlWriter.plain().comment(MARK + file);
    for (Note note : notes) {
      if (note.fate() == ImportStatus.DROPPED) {
        yaml.comment("dropped: line " + note.line() + ", " + note.key() + ": " + note.why());
      }
    }
    yaml.key(0, "match").entry(2, "hosts", site.match());
    String urls = site.urls();
    if (urls != null) {
      yaml.entry(2, "urls", urls);
    }
    if (content.size() > 1) {
      yaml.key(0, "content").list(2, "first", content);
    } else {
      yaml.list(0, "content", content);
    }
    yaml.list(0, "remove", remove);
    items(yaml, "replace", replace);
    fields.forEach((key, values) -> yaml.list(0, key, values));
    if (!headers.isEmpty()) {
      yaml.key(0, "headers");
      headers.forEach((name, value) -> yaml.entry(2, name, value));
    }
    items(yaml, "tests", tests);
    return yaml.toString();
  }

  private static void items(YamlWriter yaml, String key, List<Map<String, List<String>>> items) {
    if (!items.isEmpty()) {
      yaml.key(0, key);
      items.forEach(item -> yaml.item(2, item));
    }
  }
}
