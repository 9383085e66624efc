package org.coupure.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.rules.Rule.Inside;
import org.coupure.text.PhraseBook;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;

/** Reads what a rule says beyond which pages it is for. */
final class RuleParser {
  /** All keys, in the order in which a rule is best written. */
  static final List<String> KEYS =
      List.of(
          "match",
          "extends",
          "valid",
          "not-article",
          "content",
          "content-order",
          "strict",
          "loose",
          "keep",
          "remove",
          "strip",
          "replace",
          "phrases",
          "title",
          "subtitle",
          "authors",
          "published",
          "modified",
          "section",
          "tags",
          "images",
          "access",
          "next-page",
          "print-page",
          "headers",
          "cookies",
          "render",
          "expect",
          "tests");

  private static final List<String> ACCESS = List.of("free", "metered", "paywalled");

  private final Problems problems;
  private final ValueReader valueReader;
  private final Rule.Builder rule;

  RuleParser(String name, boolean theme, Problems problems) {
    this.problems = problems;
    this.valueReader = new ValueReader(problems);
    this.rule = Rule.builder(name, theme);
  }

  Rule rule(Node.Entries root) {
    boolean says = false;
    for (Node.Entry entry : root.entries()) {
      String key = entry.key().value();
      says |= !key.equals("match") && !key.equals("valid") && !key.equals("tests");
      read(entry, key);
    }
    if (!says && problems.isEmpty()) {
      problems.add(root, "the rule selects nothing; give it `content`, `remove` or a field");
    }
    return rule.build();
  }

  private void read(Node.Entry entry, String key) {
    RemovalParser removals = new RemovalParser(problems, valueReader);
    switch (key) {
      case "match", "extends", "valid" -> {} // Read when the file was.
      case "not-article" -> rule.notArticle.addAll(removals.kept(entry));
      case "content-order" -> contentOrder(entry);
      case "strict" -> inside(entry, Inside.STRICT, Inside.JUDGED);
      // Before `strict` there was, `loose: false` was the word for it.
      case "loose" -> inside(entry, Inside.LOOSE, Inside.STRICT);
      case "keep" -> rule.keep.addAll(removals.kept(entry));
      case "remove" -> rule.remove.addAll(removals.removed(entry));
      case "strip" -> rule.edits.addAll(removals.stripped(entry));
      case "replace" -> rule.edits.addAll(removals.replaced(entry));
      case "phrases" -> phrases(entry);
      case "access" -> access(entry);
      case "headers" -> rule.headers.putAll(new HeaderParser(problems, valueReader).headers(entry));
      case "cookies" -> cookies(entry);
      case "render" -> render(entry);
      case "expect" ->
          rule.expectation(new PromiseParser(problems, valueReader).expectation(entry));
      case "tests" -> rule.tests.addAll(new PromiseParser(problems, valueReader).tests(entry));
      default -> {
        RulePart part = RulePart.of(key);
        if (part == null) {
          valueReader.unknown(entry.key(), "", KEYS);
        } else {
          part(part, entry);
        }
      }
    }
  }

  private void inside(Node.Entry entry, Inside ifTrue, Inside ifFalse) {
    Node.Text text = valueReader.text(entry);
    String key = entry.key().value();
    if (text == null) {
      return;
    }
    if (!text.value().matches("true|false")) {
      problems.add(text, key + ": write true or false, not `" + text.value() + "`");
    }
    Inside said = text.value().equals("true") ? ifTrue : ifFalse;
    boolean more = rule.inside() == Inside.UNSAID || rule.inside() == Inside.JUDGED;
    if (!more && said != Inside.JUDGED && rule.inside() != said) {
      problems.add(text, key + ": the rule says both `strict` and `loose`; write one of them");
    }
    if (more) {
      rule.inside(said);
    }
  }

  private void part(RulePart part, Node.Entry entry) {
    if (part == RulePart.CONTENT) {
      rule.select(part, containers(entry));
      return;
    }
    if (!part.isField() || !(entry.value() instanceof Node.Entries)) {
      rule.select(part, valueReader.selectors(entry, part.isField()));
      return;
    }
    FieldParser field = new FieldParser(problems, valueReader, part);
    List<Selector> selectors = field.selectors(entry);
    if (!selectors.isEmpty()) {
      rule.select(part, selectors);
    }
    rule.dating(field.dating());
  }

  /** Reads selectors, among which may stand alternatives. */
  private List<Selector> containers(Node.Entry entry) {
    List<Selector> containers = new ArrayList<>();
    List<Node> nodes =
        entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
    for (Node node : nodes) {
      if (node instanceof Node.Entries map) {
        containers.addAll(found(new Node.Entry(entry.key(), map)));
      } else {
        boolean json =
            node instanceof Node.Text text && text.value().strip().startsWith(JsonSelector.PREFIX);
        containers.addAll(valueReader.selectors(new Node.Entry(entry.key(), node), json));
      }
    }
    if (nodes.isEmpty()) {
      problems.add(entry.value(), "content: the list is empty; leave the key out");
    }
    return containers;
  }

  private List<Selector> found(Node.Entry entry) {
    List<Selector> json = new ArrayList<>();
    List<Selector> found = new ArrayList<>();
    for (Node.Entry one : valueReader.entries(entry)) {
      if (one.key().value().equals("first")) {
        found.addAll(valueReader.selectors(one, false));
      } else if (one.key().value().equals("json")) {
        json.addAll(valueReader.json(one));
      } else if (one.key().value().equals("xpath")) {
        problems.add(one.key(), "content: quote an XPath whole: 'xpath: //div'");
      } else {
        valueReader.unknown(one.key(), "content", List.of("first", "json"));
      }
    }
    if (!found.isEmpty()) {
      json.add(new FirstOf(found));
    }
    return json;
  }

  private void phrases(Node.Entry entry) {
    Map<Integer, String> phrases = new LinkedHashMap<>();
    for (Node.Text text : valueReader.texts(entry)) {
      Map<Integer, String> one = Map.of(text.line(), text.value().strip());
      try {
        PhraseBook.ofSite(problems.file(), one);
        phrases.merge(text.line(), text.value().strip(), (a, b) -> a);
      } catch (IllegalArgumentException bad) {
        problems.add(text, "phrases: " + afterPlace(String.valueOf(bad.getMessage())));
      }
    }
    if (!phrases.isEmpty()) {
      rule.phrases.add(PhraseBook.ofSite(problems.file(), phrases));
    }
  }

  /** The message names file and line itself. */
  private static String afterPlace(String message) {
    return message.substring(message.indexOf(": ") + 2);
  }

  private void cookies(Node.Entry entry) {
    Node.Text text = valueReader.text(entry);
    if (text != null && text.value().strip().equals("keep")) {
      rule.keepCookies();
    } else if (text != null) {
      problems.add(text, "cookies: the only word is keep; without this key none are kept");
    }
  }

  private void render(Node.Entry entry) {
    Node.Text text = valueReader.text(entry);
    if (text == null) {
      return;
    }
    String word = text.value().strip();
    if (word.equals("true") || word.equals("false")) {
      rule.renders = word.equals("true");
    } else {
      problems.add(text, "render: true or false is wanted, and this is `" + word + "`");
    }
  }

  private void contentOrder(Node.Entry entry) {
    Node.Text text = valueReader.text(entry);
    String word = text == null ? "page" : text.value().strip();
    if (!word.equals("page") && !word.equals("rule") && text != null) {
      problems.add(text, "content-order: page or rule is wanted, and this is `" + word + "`");
    }
    rule.inRuleOrder = word.equals("rule");
  }

  private void access(Node.Entry entry) {
    for (Node.Entry kind : valueReader.entries(entry)) {
      String key = kind.key().value();
      if (ACCESS.contains(key)) {
        List<Selector> selectors = new ArrayList<>(valueReader.selectors(kind, false));
        rule.access(Access.valueOf(key.toUpperCase(Locale.ROOT)), selectors);
      } else {
        valueReader.unknown(kind.key(), "access", ACCESS);
      }
    }
  }
}
