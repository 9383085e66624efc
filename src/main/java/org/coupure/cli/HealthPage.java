package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coupure.learn.Drift;
import org.coupure.learn.HealthReport;
import org.coupure.learn.RulePatch;
import org.coupure.learn.RuleState;
import org.coupure.learn.RuleState.SelectorState;
import org.coupure.learn.TextDiff;
import org.coupure.text.Html;
import org.jspecify.annotations.Nullable;

/** The health of rules as one self-contained HTML page. */
final class HealthPage {
  private HealthPage() {}

  /** Returns the page about {@code states}; the other parts as in {@link HealthText#text}. */
  static String of(
      List<RuleState> states, Map<RuleState, Path> files, Map<String, HealthReport.Past> past)
      throws IOException {
    StringBuilder html = new StringBuilder();
    for (RuleState state : states) {
      state(html, state, files.get(state), past.get(state.rule()));
    }
    return ReportTemplate.fill(
        "health.html",
        "How are the rules?",
        Map.of("counts", FieldListing.counted(states.size(), "rule"), "states", html.toString()));
  }

  private static void state(
      StringBuilder html, RuleState state, @Nullable Path file, HealthReport.@Nullable Past past)
      throws IOException {
    RuleState.Counts counts = state.counts();
    List<String> drift = Drift.of(state, past);
    boolean well = counts.well() == counts.pages() && drift.isEmpty();
    html.append("<section class=\"state fields\"><h2><span class=\"badge");
    html.append(well ? "\">well" : " none\">needs a look").append("</span>");
    html.append(Html.escape(state.rule())).append("</h2><p>well on ").append(counts.well());
    html.append(" of ").append(FieldListing.counted(counts.pages(), "page")).append("; ");
    html.append(counts.misses()).append(" missed, ").append(counts.beaten());
    html.append(" beaten by the generic path; ").append(state.lengths().words());
    html.append(" words a text, ").append(state.lengths().generic());
    html.append(" by the generic path</p>");
    drift.forEach(what -> line(html, "drifts: " + what));
    if (state.complaint().cause() != null) {
      line(html, "cause: " + state.complaint().cause());
    }
    if (state.complaint().lostPlace() != null) {
      line(html, "lost text stands now in " + state.complaint().lostPlace());
    }
    rates(html, state);
    if (file != null && !state.repair().isEmpty()) {
      repair(html, Files.readString(file), state);
    }
    html.append("</section>\n");
  }

  private static void line(StringBuilder html, String text) {
    html.append("<p class=\"why\">").append(Html.escape(text)).append("</p>");
  }

  private static void rates(StringBuilder html, RuleState state) {
    html.append("<table><thead><tr><th scope=\"col\">Finds something</th>");
    html.append("<th scope=\"col\">Pages</th></tr></thead><tbody>");
    state.rates().fields().forEach((field, pages) -> row(html, "field " + field, pages, state));
    for (SelectorState selector : state.rates().selectors()) {
      String dead = selector.isDead() && state.pages() > 0 ? "dead: " : "";
      row(
          html,
          dead + selector.said().key() + " " + selector.said().what(),
          selector.pages(),
          state);
    }
    html.append("</tbody></table>");
  }

  private static void row(StringBuilder html, String name, int pages, RuleState state) {
    html.append("<tr><th scope=\"row\">").append(Html.escape(name)).append("</th><td>");
    html.append(pages).append(" of ").append(state.pages()).append("</td></tr>");
  }

  private static void repair(StringBuilder html, String before, RuleState state) {
    html.append("<h3>What would repair it</h3><pre>");
    for (TextDiff.Line line : TextDiff.of(before, RulePatch.apply(before, state.repair()))) {
      String tag =
          switch (line.kind()) {
            case GONE -> "del";
            case NEW -> "ins";
            case SAME, SKIPPED -> "span";
          };
      html.append('<').append(tag).append('>').append(Html.escape(line.text()));
      html.append("</").append(tag).append(">\n");
    }
    html.append("</pre>");
  }
}
