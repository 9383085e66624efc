package org.coupure.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.ClipListener;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Quality;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.Comparison;
import org.coupure.learn.HealthCheck;
import org.coupure.learn.HealthReport;
import org.coupure.learn.LearnedRule;
import org.coupure.learn.MarkedRule;
import org.coupure.learn.MarkedRule.Mark;
import org.coupure.learn.RulePatch;
import org.coupure.learn.RuleState;
import org.coupure.page.Page;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.coupure.serve.RuleShelf.Wanted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows, tries, learns and saves rules. */
final class RuleRoutes {
  /** Rules have up to some hundred lines; a larger text is refused. */
  private static final int MOST_CHARS = 200_000;

  /** Changes of one page that are shown. */
  private static final int MOST_CHANGES = 200;

  private final RuleShelf rules;
  private final ClipGate gate;
  private final Snapshots snapshots;
  private final SitePages pages;

  RuleRoutes(RuleShelf rules, ClipGate gate, Snapshots snapshots, SitePages pages) {
    this.rules = rules;
    this.gate = gate;
    this.snapshots = snapshots;
    this.pages = pages;
  }

  /** {@code GET /v1/rules}: the rules of the folders. */
  void list(HttpCall call) throws ProblemException, IOException {
    call.only();
    ObjectNode json = HttpCall.JSON.createObjectNode();
    ArrayNode list = json.putArray("rules");
    for (Rule rule : rules.own()) {
      list.addObject()
          .put("name", rule.name())
          .put("theme", rule.isTheme())
          .put("tests", rule.tests().size());
    }
    call.answer(json);
  }

  /** {@code GET /v1/rules/NAME}: the text of a rule. */
  void text(HttpCall call) throws ProblemException, IOException {
    String yaml = rules.text(call.rest());
    if (yaml == null) {
      throw ProblemException.of(404, "not-found", "no folder has the rule " + call.rest());
    }
    call.answer("application/yaml", yaml);
  }

  /** {@code POST /v1/rules/lint}: the mistakes of a rule, which is the body. */
  void lint(HttpCall call) throws ProblemException, IOException {
    call.only("name");
    String yaml = yaml(new String(call.body(), StandardCharsets.UTF_8));
    ObjectNode json = HttpCall.JSON.createObjectNode();
    List<String> mistakes =
        rules.with(call.parameter("name", "draft"), yaml, RuleShelf.Trial::mistakes);
    mistakes.forEach(json.putArray("mistakes")::add);
    call.answer(json);
  }

  private static String yaml(String text) throws ProblemException {
    if (text.length() > MOST_CHARS) {
      throw ProblemException.of(
          413, "too-large", "a rule of more than " + MOST_CHARS + " characters is none");
    }
    return text;
  }

  /** {@code POST /v1/rules/try}: what a rule changes on pages. */
  void tryOut(HttpCall call) throws ProblemException, IOException {
    call.only();
    JsonNode asked = call.json();
    String yaml = yaml(text(asked, "rule"));
    String name = asked.path("name").asString("draft");
    String language = asked.path("lang").asString("en");
    List<Page> wanted = new ArrayList<>(named(asked));
    if (asked.path("stored").asBoolean(false)) {
      String url = wanted.isEmpty() ? asked.path("url").asString("") : wanted.get(0).url();
      wanted.addAll(stored(url));
    }
    if (wanted.isEmpty()) {
      throw ProblemException.of(400, "no-page", "name a snapshot, send html, or have stored pages");
    }
    ObjectNode json = HttpCall.JSON.createObjectNode();
    List<String> mistakes =
        rules.with(
            name,
            yaml,
            trial -> {
              if (trial.mistakes().isEmpty()) {
                compare(json, trial.book(), wanted, language);
              }
              return trial.mistakes();
            });
    mistakes.forEach(json.putArray("mistakes")::add);
    call.answer(json);
  }

  private static String text(JsonNode asked, String key) throws ProblemException {
    JsonNode value = asked.path(key);
    if (!value.isString()) {
      throw ProblemException.of(400, "bad-json", "the body wants \"" + key + "\", a text");
    }
    return value.asString();
  }

  /** Returns the page that the request names by its snapshot or brings along. */
  private List<Page> named(JsonNode asked) throws ProblemException {
    if (asked.has("snapshot")) {
      return List.of(snapshots.get(text(asked, "snapshot")).page());
    }
    if (asked.has("html")) {
      byte[] bytes = text(asked, "html").getBytes(StandardCharsets.UTF_8);
      String url = asked.has("url") ? text(asked, "url") : null;
      return List.of(
          Page.builder("request", bytes).url(url).contentType("text/html; charset=utf-8").build());
    }
    return List.of();
  }

  private List<Page> stored(@Nullable String url) throws IOException {
    String host = Url.host(url);
    return pages.of(host == null ? null : Site.withoutWww(host));
  }

  private void compare(ObjectNode json, RuleBook with, List<Page> wanted, String language) {
    Clipper before = rules.clipper(Wanted.explained(language));
    Clipper after = rules.clipper(with, Wanted.explained(language));
    ArrayNode list = json.putArray("pages");
    int changed = 0;
    int worse = 0;
    for (Page page : wanted) {
      try {
        Comparison comparison = gate.patientTurn(() -> compare(page, before, after));
        changed += comparison.isSame() ? 0 : 1;
        worse += page(list.addObject(), page, comparison) ? 1 : 0;
      } catch (ProblemException e) {
        break; // The service is about to end.
      }
    }
    json.put("tried", wanted.size()).put("changed", changed).put("worse", worse);
  }

  private static Comparison compare(Page page, Clipper before, Clipper after) {
    ParsedPage parsed = DefectContainment.read(page, before);
    return Comparison.of(
        DefectContainment.contained(parsed, before), DefectContainment.contained(parsed, after));
  }

  /** Writes what changes on a page; returns whether it got worse. */
  private static boolean page(ObjectNode json, Page page, Comparison comparison) {
    Article article = comparison.after().article();
    boolean miss =
        article != null
            && (article.quality().flags().contains(Quality.RULE_MISS)
                || article.quality().flags().contains(Quality.RULE_BEATEN));
    boolean empty = comparison.wordsAfter() == 0 && comparison.wordsBefore() > 0;
    json.put("url", page.url()).put("source", page.source());
    json.put("same", comparison.isSame()).put("worse", miss || empty);
    json.put("wordsBefore", comparison.wordsBefore()).put("wordsAfter", comparison.wordsAfter());
    json.put("detail", comparison.after().detail());
    ArrayNode blocks = json.putArray("blocks");
    comparison.blocks().stream()
        .limit(MOST_CHANGES)
        .forEach(
            change ->
                blocks
                    .addObject()
                    .put("new", change.isNew())
                    .put("text", change.after().text())
                    .put("sentence", change.after().reason()));
    ArrayNode fields = json.putArray("fields");
    for (Comparison.FieldChange field : comparison.fields()) {
      fields
          .addObject()
          .put("name", field.name())
          .put("before", field.before())
          .put("after", field.after());
    }
    return miss || empty;
  }

  /** {@code POST /v1/rules/learn}: a rule from what a person marked on a page. */
  void learn(HttpCall call) throws ProblemException, IOException {
    call.only();
    JsonNode asked = call.json();
    Page page = snapshots.get(text(asked, "snapshot")).page();
    Map<Integer, Mark> marks = marks(asked.path("marks"));
    String name = asked.path("name").asString("");
    String stem = name.isEmpty() ? name(page) : name;
    List<Page> others = stored(page.url());
    LearnedRule learned = learned(page, marks, stem, others);
    ObjectNode json = HttpCall.JSON.createObjectNode();
    json.put("name", stem).put("rule", learned.yaml()).put("reason", learned.reason());
    json.put("stored", others.size());
    call.answer(json);
  }

  private LearnedRule learned(Page page, Map<Integer, Mark> marks, String stem, List<Page> others)
      throws ProblemException {
    Clipper clipper = rules.clipper(Wanted.explained("en"));
    try {
      MarkedRule rule =
          gate.patientTurn(
              () -> {
                ParsedPage parsed = DefectContainment.read(page, clipper);
                return MarkedRule.of(parsed, DefectContainment.contained(parsed, clipper), marks);
              });
      for (Page other : others) {
        Clip unused =
            gate.patientTurn(
                () -> {
                  ParsedPage parsed = DefectContainment.read(other, clipper);
                  Clip clip = DefectContainment.contained(parsed, clipper);
                  rule.add(parsed, clip);
                  return clip;
                });
      }
      return gate.patientTurn(() -> rule.write(stem));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(422, "no-rule", String.valueOf(e.getMessage()));
    }
  }

  private static Map<Integer, Mark> marks(JsonNode asked) throws ProblemException {
    Map<Integer, Mark> marks = new TreeMap<>();
    for (JsonNode one : asked) {
      try {
        String as = one.path("as").asString("").toUpperCase(Locale.ROOT);
        marks.put(one.path("block").asInt(-1), Mark.valueOf(as));
      } catch (IllegalArgumentException e) {
        throw ProblemException.of(
            400, "bad-json", "a mark is as one of junk, text, title, authors, published");
      }
    }
    if (marks.isEmpty()) {
      throw ProblemException.of(400, "bad-json", "there is no mark to learn from");
    }
    return marks;
  }

  /** Returns a name that no rule of the folders has, after the page's host. */
  private String name(Page page) throws ProblemException, IOException {
    String host = Url.host(page.url());
    String own = host == null ? "site" : Site.withoutWww(host).toLowerCase(Locale.ROOT);
    String safe = own.replaceAll("[^a-z0-9.-]", "-").replaceAll("^[.-]+", "");
    String stem = safe.isEmpty() ? "site" : safe.substring(0, Math.min(60, safe.length()));
    String free = stem;
    for (int i = 2; rules.text(free) != null; i++) {
      free = stem + "-" + i;
    }
    return free;
  }

  /** {@code PUT /v1/rules/NAME}: saves a rule, and the page of its test. */
  void save(HttpCall call) throws ProblemException, IOException {
    call.only();
    JsonNode asked = call.json();
    String yaml = yaml(text(asked, "rule"));
    String name = call.rest();
    List<String> mistakes = rules.with(name, yaml, RuleShelf.Trial::mistakes);
    if (!mistakes.isEmpty()) {
      throw ProblemException.of(422, "rule-mistake", String.join("\n", mistakes));
    }
    Map<String, Page> tests = new TreeMap<>();
    if (asked.has("snapshot")) {
      tests.put("tests/" + name + "-1.html", snapshots.get(text(asked, "snapshot")).page());
    }
    String file = String.valueOf(rules.save(name, yaml, tests).getFileName());
    call.answer(HttpCall.JSON.createObjectNode().put("saved", file));
  }

  /** {@code GET /v1/health}: that the service is up, and how its rules are on the stored pages. */
  void health(HttpCall call) throws ProblemException, IOException {
    call.only("rules");
    ObjectNode json = HttpCall.JSON.createObjectNode();
    json.put("status", "up").put("version", Clipper.VERSION);
    json.put("storedPages", pages.areThere());
    if (call.flag("rules")) {
      json.set("health", HttpCall.JSON.readTree(HealthReport.json(states())));
    }
    call.answer(json);
  }

  private List<RuleState> states() throws ProblemException, IOException {
    HealthCheck check = new HealthCheck(rules.book(), ClipListener.NONE);
    for (Page page : pages.some()) {
      boolean unused =
          gate.patientTurn(
              () -> {
                check.add(page);
                return true;
              });
    }
    return check.states();
  }

  /** {@code GET /v1/repairs/NAME}: a rule, and what it would be without what is dead. */
  void repair(HttpCall call) throws ProblemException, IOException {
    String before = rules.text(call.rest());
    if (before == null) {
      throw ProblemException.of(404, "not-found", "no folder has the rule " + call.rest());
    }
    String after = before;
    for (RuleState state : states()) {
      if (state.rule().equals(call.rest())) {
        after = RulePatch.apply(before, state.repair());
      }
    }
    call.answer(HttpCall.JSON.createObjectNode().put("before", before).put("after", after));
  }
}
