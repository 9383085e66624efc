package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

/** The health of rules as people read it. */
final class HealthText {
  private HealthText() {}

  static String text(
      List<RuleState> states, Map<RuleState, Path> files, Map<String, HealthReport.Past> past)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (RuleState state : states) {
      head(text, state, past.get(state.rule()));
      fields(text, state);
      for (SelectorState selector : state.rates().selectors()) {
        String mark = selector.isDead() && state.pages() > 0 ? "  dead  " : "        ";
        text.append(mark).append(selector.pages()).append(" of ").append(state.pages());
        text.append("  ").append(selector.said().key()).append(' ').append(selector.said().what());
        text.append("  # ").append(selector.said().where()).append('\n');
      }
      Path file = files.get(state);
      if (file != null && !state.repair().isEmpty()) {
        patch(text, file, state);
      }
    }
    return text.toString();
  }

  private static void head(StringBuilder text, RuleState state, HealthReport.@Nullable Past past) {
    RuleState.Counts counts = state.counts();
    text.append(state.rule()).append(": well on ").append(counts.well()).append(" of ");
    text.append(FieldListing.counted(counts.pages(), "page")).append("; ").append(counts.misses());
    text.append(" missed, ").append(counts.beaten()).append(" beaten by the generic path\n");
    if (counts.walls() > 0) {
      text.append("  ").append(FieldListing.counted(counts.walls(), "page"));
      text.append(" more without an article: a wall stood before it\n");
      text.append(state.isWalled() ? "  most pages are walls: store pages without them\n" : "");
    }
    text.append("  ").append(state.lengths().words()).append(" words a text, ");
    text.append(state.lengths().generic()).append(" by the generic path");
    text.append(past == null ? "" : ", " + past.words() + " in the past").append('\n');
    text.append("  texts: ").append(state.effect().told()).append('\n');
    Drift.of(state, past).forEach(what -> text.append("  drifts: ").append(what).append('\n'));
    if (state.complaint().cause() != null) {
      text.append("  cause: ").append(state.complaint().cause()).append('\n');
    }
    if (state.complaint().lostPlace() != null) {
      text.append("  lost text stands now in ");
      text.append(state.complaint().lostPlace()).append('\n');
    }
  }

  private static void fields(StringBuilder text, RuleState state) {
    if (state.pages() > 0) {
      text.append("  fields:");
      state
          .rates()
          .fields()
          .forEach((field, pages) -> text.append(' ').append(field).append(' ').append(pages));
      text.append(" of ").append(state.pages()).append('\n');
    }
  }

  private static void patch(StringBuilder text, Path file, RuleState state) throws IOException {
    String before = Files.readString(file);
    text.append("  repair:\n--- ").append(file).append("\n+++ ").append(file).append('\n');
    for (TextDiff.Line line : TextDiff.of(before, RulePatch.apply(before, state.repair()))) {
      String sign =
          switch (line.kind()) {
            case SAME -> " ";
            case GONE -> "-";
            case NEW -> "+";
            case SKIPPED -> "@@ ";
          };
      text.append(sign).append(line.text()).append('\n');
    }
  }

  /** Writes the repairs into the rules' files. */
  static void repair(Map<RuleState, Path> files) throws IOException {
    for (Map.Entry<RuleState, Path> entry : files.entrySet()) {
      if (!entry.getKey().repair().isEmpty()) {
        String before = Files.readString(entry.getValue());
        String after = RulePatch.apply(before, entry.getKey().repair());
        Files.writeString(entry.getValue(), after, StandardCharsets.UTF_8);
      }
    }
  }
}
