package org.coupure.learn;

import java.util.List;
import org.coupure.ClipListener;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.page.Page;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Clips stored pages with the rule that is for them and without, and takes the rules' pulse. Not
 * thread-safe.
 */
public final class HealthCheck {
  private final RuleBook book;
  private final Clipper ruled;
  private final Clipper generic;
  private final Clipper bare;
  private final RuleHealth health = new RuleHealth();

  /**
   * Makes a check without pages.
   *
   * @param book the rules, including the bundled ones
   * @param listener is told what is done with each page
   */
  public HealthCheck(RuleBook book, ClipListener listener) {
    this.book = book;
    this.ruled = clipper(book, listener);
    this.generic = clipper(RuleBook.bundled(), listener);
    this.bare = clipper(RuleBook.empty(), listener);
  }

  private static Clipper clipper(RuleBook rules, ClipListener listener) {
    return Clipper.builder().rules(rules).explain(true).listener(listener).build();
  }

  /** Adds a page; one that no rule is for is left out. Never throws for what a page holds. */
  public void add(Page page) {
    ParsedPage parsed = DefectContainment.read(page, ruled);
    Clip clip = DefectContainment.contained(parsed, ruled);
    Rule rule = rule(page, clip);
    if (rule != null) {
      Clipper without = rule.isTheme() ? bare : generic;
      health.add(rule, parsed, clip, DefectContainment.contained(parsed, without));
    }
  }

  /** Returns how each rule is, in the order of their names. */
  public List<RuleState> states() {
    return health.states();
  }

  /**
   * Returns the site's rule, or else the theme's that decided something or should have, or null.
   */
  private @Nullable Rule rule(Page page, Clip clip) {
    Article article = clip.article();
    String url = article == null ? page.url() : article.place().urlOrCanonical();
    if (url != null) {
      List<Rule> fitting = book.forUrl(url);
      if (!fitting.isEmpty()) {
        return fitting.get(0);
      }
    }
    String name = article == null ? null : article.provenance().rule();
    return name == null ? null : book.named(name).orElse(null);
  }
}
