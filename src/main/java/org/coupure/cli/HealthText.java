package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.learn.RulePatch;
import org.coupure.learn.RuleState;
import org.coupure.learn.RuleState.SelectorState;
import org.coupure.proof.TextDiff;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The health of rules as people and as programs read it. */
final class HealthText {
  /** Texts that shrank by more than this have lost something. */
  private static final double DRIFT = 0.8;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HealthText() {}

  static String text(List<RuleState> states, Map<RuleState, Path> files, Map<String, Long> past)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (RuleState state : states) {
      head(text, state, past.get(state.rule()));
      for (SelectorState selector : state.selectors()) {
        String mark = selector.isDead() ? "  dead  " : "        ";
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

  private static void head(StringBuilder text, RuleState state, @Nullable Long past) {
    text.append(state.rule()).append(": well on ").append(state.well()).append(" of ");
    text.append(Fields.counted(state.pages(), "page")).append("; ").append(state.misses());
    text.append(" missed, ").append(state.beaten()).append(" beaten by the generic path\n");
    text.append(
        String.format(
            Locale.ROOT,
            "  %d words a text, %d by the generic path%s%n",
            state.words(),
            state.genericWords(),
            past == null ? "" : ", " + past + " in the past"));
    if (past != null && state.words() < DRIFT * past) {
      text.append("  drifts: the texts are shorter than they were\n");
    }
    if (state.cause() != null) {
      text.append("  cause: ").append(state.cause()).append('\n');
    }
    if (state.lostPlace() != null) {
      text.append("  lost text stands now in ").append(state.lostPlace()).append('\n');
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

  static String json(List<RuleState> states) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode rules = root.putArray("rules");
    for (RuleState state : states) {
      ObjectNode rule = rules.addObject();
      rule.put("rule", state.rule()).put("pages", state.pages()).put("well", state.well());
      rule.put("misses", state.misses()).put("beaten", state.beaten());
      rule.put("words", state.words()).put("generic_words", state.genericWords());
      rule.put("cause", state.cause()).put("lost_place", state.lostPlace());
      ArrayNode selectors = rule.putArray("selectors");
      state
          .selectors()
          .forEach(
              s ->
                  selectors
                      .addObject()
                      .put("key", s.said().key())
                      .put("selector", s.said().what())
                      .put("where", s.said().where())
                      .put("pages", s.pages()));
      ArrayNode repair = rule.putArray("repair");
      state
          .repair()
          .forEach(
              change -> {
                ObjectNode one = repair.addObject();
                one.put("where", change.said().where()).put("was", change.said().what());
                change.now().forEach(one.putArray("now")::add);
              });
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Returns the mean words of each rule's texts in an earlier report. */
  static Map<String, Long> words(String json) throws UsageException {
    try {
      Map<String, Long> words = new HashMap<>();
      for (JsonNode rule : JSON.readTree(json).path("rules")) {
        words.put(rule.path("rule").asString(), rule.path("words").asLong());
      }
      return words;
    } catch (JacksonException bad) {
      throw new UsageException("--baseline wants what --save wrote: " + bad.getOriginalMessage());
    }
  }
}
