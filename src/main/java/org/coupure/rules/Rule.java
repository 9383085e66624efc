package org.coupure.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coupure.article.Access;
import org.coupure.block.Blocks;
import org.coupure.text.PhraseBook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A compiled rule for a site or a theme. Immutable and thread-safe. */
public final class Rule {
  private final String name;
  private final boolean theme;
  private final Inside inside;
  private final Map<RulePart, List<Selector>> selectors;
  private final List<Removal> remove;
  private final List<Selector> removedElements;
  private final List<Removal> otherRemovals;
  private final List<Removal> keep;
  private final List<Removal> notArticle;
  private final boolean inRuleOrder;
  private final List<TextEdit> edits;
  private final List<PhraseBook> phrases;
  private final Dating dating;
  private final Map<Access, List<Selector>> access;
  private final Map<String, String> headers;
  private final boolean cookies;
  private final @Nullable Boolean renders;
  private final Expectation expectation;
  private final List<PageTest> tests;
  private final @Nullable String mistake;

  private Rule(Builder builder) {
    this.name = builder.name;
    this.theme = builder.theme;
    this.inside = builder.inside;
    this.selectors = new EnumMap<>(RulePart.class);
    builder.selectors.forEach((part, list) -> selectors.put(part, List.copyOf(list)));
    this.remove = List.copyOf(builder.remove);
    List<Selector> elements = new ArrayList<>();
    List<Removal> others = new ArrayList<>();
    for (Removal removal : remove) {
      if (removal instanceof Removal.Elements some) {
        elements.add(some.selector());
      } else {
        others.add(removal);
      }
    }
    this.removedElements = List.copyOf(elements);
    this.otherRemovals = List.copyOf(others);
    this.keep = List.copyOf(builder.keep);
    this.notArticle = List.copyOf(builder.notArticle);
    this.inRuleOrder = builder.inRuleOrder;
    this.edits = List.copyOf(builder.edits);
    this.phrases = List.copyOf(builder.phrases);
    this.dating = builder.dating;
    this.access = new EnumMap<>(Access.class);
    builder.access.forEach((kind, list) -> access.put(kind, List.copyOf(list)));
    this.headers = new LinkedHashMap<>(builder.headers);
    this.cookies = builder.cookies;
    this.renders = builder.renders;
    this.expectation = builder.expectation;
    this.tests = List.copyOf(builder.tests);
    this.mistake = builder.mistake;
  }

  static Builder builder(String name, boolean theme) {
    return new Builder(name, theme);
  }

  /**
   * Returns a rule that says nothing, because of a mistake that was found too late to refuse it.
   */
  static Rule faulty(String name, boolean theme, String mistake) {
    Builder builder = builder(name, theme);
    builder.mistake = mistake;
    return builder.build();
  }

  /** Returns what is wrong with it or with what it extends, in one line, or null. */
  @Nullable String mistake() {
    return mistake;
  }

  /** Returns the rule's name as records show it, such as {@code themes/tagdiv}. */
  public String name() {
    return name;
  }

  /** Returns whether it is chosen by a theme's marks, not by a site's host. */
  public boolean isTheme() {
    return theme;
  }

  /**
   * Returns whether what its content holds is left to those who judge later: always for a theme,
   * and for a site's rule unless it says {@code strict: true}.
   */
  boolean leavesContentOpen() {
    return theme || inside != Inside.STRICT;
  }

  /**
   * Returns whether the rule is a site's with {@code content} that says neither {@code strict} nor
   * {@code loose}. Until version 0.1 all that lay in its content was kept; since then the
   * classifier judges there.
   */
  public boolean isSilentAboutInside() {
    return !theme && inside == Inside.UNSAID && has(RulePart.CONTENT);
  }

  /** Returns whether it leaves what it keeps to those who are sure of more. */
  boolean isLoose() {
    return inside == Inside.LOOSE;
  }

  /** Returns the request headers that the site's pages want, in the rule's order. */
  public Map<String, String> headers() {
    return new LinkedHashMap<>(headers);
  }

  /** Returns whether the cookies that the site sets are to be kept while it is visited. */
  public boolean keepsCookies() {
    return cookies;
  }

  /** Returns whether the site's pages need a browser that runs their scripts. */
  public boolean renders() {
    return Boolean.TRUE.equals(renders);
  }

  /** Returns the rule's own tests; what it extends has tests of its own. */
  public List<PageTest> tests() {
    return tests;
  }

  /** Returns whether it says where articles go on. */
  public boolean hasNextPage() {
    return has(RulePart.NEXT_PAGE);
  }

  /** Returns whether it says where the whole of an article stands. */
  public boolean hasPrintPage() {
    return has(RulePart.PRINT_PAGE);
  }

  /**
   * Returns the URL of the page that the article goes on at, or empty.
   *
   * @param url the URL that {@code page} was captured from
   */
  public Optional<String> nextPage(Blocks page, String url) {
    return url(RulePart.NEXT_PAGE, page, url);
  }

  /**
   * Returns the URL where the whole article stands on one page, or empty.
   *
   * @param url the URL that {@code page} was captured from
   */
  public Optional<String> printPage(Blocks page, String url) {
    return url(RulePart.PRINT_PAGE, page, url);
  }

  private Optional<String> url(RulePart part, Blocks blocks, String url) {
    Document document = blocks.document();
    if (document == null) {
      return Optional.empty();
    }
    PageDom page = new PageDom(document, blocks.outline());
    for (Selector selector : selectors(part)) {
      for (String value : selector.values(page)) {
        String absolute = absolute(value, blocks.head().base(), url);
        if (absolute != null && !absolute.equals(url)) {
          return Optional.of(absolute);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable String absolute(String link, @Nullable String base, String url) {
    try {
      URI from = base == null ? new URI(url) : new URI(url).resolve(base.strip());
      // Quirk: java.net.URI takes a lone query for one of the folder.
      String path = link.startsWith("?") ? String.valueOf(from.getRawPath()) : "";
      URI target = from.resolve(path + link.replace(" ", "%20"));
      String scheme = String.valueOf(target.getScheme());
      return scheme.equals("https") || scheme.equals("http") ? target.toString() : null;
    } catch (URISyntaxException | IllegalArgumentException ignored) {
      // What cannot be a URL cannot be fetched.
      return null;
    }
  }

  List<Selector> selectors(RulePart part) {
    return selectors.getOrDefault(part, List.of());
  }

  boolean has(RulePart part) {
    return selectors.containsKey(part);
  }

  /** Returns the elements that go, apart from what else does, in the rule's order. */
  List<Selector> removedElements() {
    return removedElements;
  }

  /** Returns what goes besides elements, in the rule's order. */
  List<Removal> otherRemovals() {
    return otherRemovals;
  }

  List<Removal> keep() {
    return keep;
  }

  /** Returns what only pages show that are no articles. */
  List<Removal> notArticle() {
    return notArticle;
  }

  /** Returns whether the containers come in the order of the rule, not in that of the page. */
  boolean isInRuleOrder() {
    return inRuleOrder;
  }

  List<TextEdit> edits() {
    return edits;
  }

  List<PhraseBook> phrases() {
    return phrases;
  }

  Dating dating() {
    return dating;
  }

  Map<Access, List<Selector>> access() {
    return access;
  }

  Expectation expectation() {
    return expectation;
  }

  /**
   * Returns this rule on top of {@code base}: lists go on with those of the base, single values are
   * the base's where this has none. Tests stay with the rule that has them.
   */
  Rule extending(Rule base) {
    if (mistake != null || base.mistake != null) {
      return mistake == null ? faulty(name, theme, String.valueOf(base.mistake)) : this;
    }
    Builder builder = toBuilder();
    builder.inside = inside == Inside.UNSAID ? base.inside : inside;
    base.selectors.forEach(builder::select);
    builder.remove.addAll(base.remove);
    builder.keep.addAll(base.keep);
    builder.notArticle.addAll(base.notArticle);
    builder.inRuleOrder |= base.inRuleOrder;
    builder.edits.addAll(base.edits);
    builder.phrases.addAll(base.phrases);
    builder.dating = dating.or(base.dating);
    base.access.forEach(builder::access);
    base.headers.forEach(builder.headers::putIfAbsent);
    builder.cookies |= base.cookies;
    builder.renders = renders == null ? base.renders : renders;
    if (expectation.isNone()) {
      builder.expectation = base.expectation;
    }
    return builder.build();
  }

  private Builder toBuilder() {
    Builder builder = new Builder(name, theme);
    builder.inside = inside;
    selectors.forEach(builder::select);
    builder.remove.addAll(remove);
    builder.keep.addAll(keep);
    builder.notArticle.addAll(notArticle);
    builder.inRuleOrder = inRuleOrder;
    builder.edits.addAll(edits);
    builder.phrases.addAll(phrases);
    builder.dating = dating;
    access.forEach(builder::access);
    builder.headers.putAll(headers);
    builder.cookies = cookies;
    builder.renders = renders;
    builder.expectation = expectation;
    builder.tests.addAll(tests);
    return builder;
  }

  /** Returns all that the rule says, with what it extends, in the order in which it counts. */
  public List<RuleStatement> says() {
    List<RuleStatement> says = new ArrayList<>();
    notArticle.forEach(mark -> says.add(RuleStatement.of("not-article", mark.where())));
    part(says, RulePart.CONTENT);
    keep.forEach(kept -> says.add(RuleStatement.of("keep", kept.where())));
    remove.forEach(removal -> says.add(RuleStatement.of("remove", removal.where())));
    edits.forEach(edit -> says.add(RuleStatement.of("strip", edit.where())));
    for (RulePart part : RulePart.values()) {
      if (part != RulePart.CONTENT) {
        part(says, part);
      }
    }
    access.forEach(
        (kind, list) ->
            list.forEach(s -> says.add(RuleStatement.of("access " + kind.code(), s.where()))));
    headers.forEach(
        (name, value) -> says.add(new RuleStatement("headers", name + ": " + value, "")));
    if (cookies) {
      says.add(new RuleStatement("cookies", "keep", ""));
    }
    if (renders()) {
      says.add(new RuleStatement("render", "true", ""));
    }
    if (dating.zone() != null) {
      says.add(new RuleStatement("timezone", dating.zone().getId(), ""));
    }
    expectation.found().forEach(part -> says.add(new RuleStatement("expect", part.key(), "")));
    expectation.elements().forEach(s -> says.add(RuleStatement.of("expect", s.where())));
    return says;
  }

  /**
   * Returns what each selector for content, fields and removals finds on a page, with what the rule
   * extends, in the order of {@link #says()}; whether the rule is for the page is not asked.
   */
  public List<SelectorMatch> finds(Document document) {
    PageDom page = new PageDom(document);
    List<SelectorMatch> finds = new ArrayList<>();
    found(finds, "content", selectors(RulePart.CONTENT), page);
    for (Removal removal : remove) {
      if (removal instanceof Removal.Elements elements) {
        found(finds, "remove", List.of(elements.selector()), page);
      }
    }
    for (RulePart part : RulePart.values()) {
      if (part != RulePart.CONTENT) {
        found(finds, part.key(), selectors(part), page);
      }
    }
    return finds;
  }

  private static void found(
      List<SelectorMatch> finds, String key, List<Selector> list, PageDom page) {
    for (Selector selector : list) {
      List<Element> elements = selector.elements(page);
      int hits = elements.isEmpty() ? selector.values(page).size() : elements.size();
      finds.add(new SelectorMatch(RuleStatement.of(key, selector.where()), hits, elements));
    }
  }

  private void part(List<RuleStatement> says, RulePart part) {
    for (Selector selector : selectors(part)) {
      List<Selector> all =
          selector instanceof FirstOf first ? first.alternatives() : List.of(selector);
      all.forEach(one -> says.add(RuleStatement.of(part.key(), one.where())));
    }
  }

  @Override
  public String toString() {
    return "Rule[" + name + "]";
  }

  /** Who judges what lies in {@code content}. */
  enum Inside {
    /** The rule does not say: the classifier judges. */
    UNSAID,
    /** {@code strict: false}: the same, said. */
    JUDGED,
    /** {@code strict: true}: all that lies there is kept. */
    STRICT,
    /** {@code loose: true}: the classifier judges, and `keep` waits for those who are surer. */
    LOOSE
  }

  /** Collects what a rule says. Not thread-safe. */
  static final class Builder {
    private final String name;
    private final boolean theme;
    private Inside inside = Inside.UNSAID;
    private final Map<RulePart, List<Selector>> selectors = new EnumMap<>(RulePart.class);
    private final Map<Access, List<Selector>> access = new EnumMap<>(Access.class);
    final List<Removal> remove = new ArrayList<>();
    final List<Removal> keep = new ArrayList<>();
    final List<Removal> notArticle = new ArrayList<>();
    final List<TextEdit> edits = new ArrayList<>();
    final List<PhraseBook> phrases = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    final List<PageTest> tests = new ArrayList<>();
    private boolean cookies;
    boolean inRuleOrder;
    @Nullable Boolean renders;
    private @Nullable String mistake;
    private Dating dating = Dating.UNKNOWN;
    private Expectation expectation = Expectation.NONE;

    private Builder(String name, boolean theme) {
      this.name = name;
      this.theme = theme;
    }

    Builder select(RulePart part, List<Selector> more) {
      selectors.computeIfAbsent(part, p -> new ArrayList<>()).addAll(more);
      return this;
    }

    Builder access(Access kind, List<Selector> more) {
      access.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(more);
      return this;
    }

    Builder inside(Inside said) {
      inside = said;
      return this;
    }

    Inside inside() {
      return inside;
    }

    /** Adds how dates are written; what was said before goes first. */
    Builder dating(Dating more) {
      dating = dating.or(more);
      return this;
    }

    Builder keepCookies() {
      cookies = true;
      return this;
    }

    Builder expectation(Expectation promised) {
      expectation = promised;
      return this;
    }

    Rule build() {
      return new Rule(this);
    }
  }
}
