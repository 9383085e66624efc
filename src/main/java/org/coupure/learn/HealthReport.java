package org.coupure.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The health of rules as programs read it, and as it is kept to compare with later. */
public final class HealthReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HealthReport() {}

  /**
   * How a rule was when a report was saved.
   *
   * @param words mean words of its texts
   * @param shares the share of pages on which each selector, as {@code key selector}, and each
   *     field, as {@code field: name}, had something
   */
  public record Past(long words, Map<String, Double> shares) {
    public Past {
      shares = Map.copyOf(shares);
    }
  }

  /** Returns the states of rules as JSON, in their order. */
  public static String json(List<RuleState> states) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode rules = root.putArray("rules");
    states.forEach(state -> rule(rules.addObject(), state));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void rule(ObjectNode rule, RuleState state) {
    RuleState.Counts counts = state.counts();
    rule.put("rule", state.rule()).put("pages", counts.pages()).put("well", counts.well());
    rule.put("misses", counts.misses()).put("beaten", counts.beaten());
    rule.put("walls", counts.walls());
    rule.put("words", state.lengths().words()).put("generic_words", state.lengths().generic());
    rule.put("effect", state.effect().kind().code()).put("effect_f1", state.effect().change());
    rule.put("pages_better", state.effect().better()).put("pages_worse", state.effect().worse());
    rule.put("cause", state.complaint().cause());
    rule.put("lost_place", state.complaint().lostPlace());
    ObjectNode fields = rule.putObject("fields");
    state.rates().fields().forEach(fields::put);
    ArrayNode selectors = rule.putArray("selectors");
    for (RuleState.SelectorState one : state.rates().selectors()) {
      ObjectNode selector = selectors.addObject();
      selector.put("key", one.said().key()).put("selector", one.said().what());
      selector.put("where", one.said().where()).put("pages", one.pages());
    }
    ArrayNode repair = rule.putArray("repair");
    for (RuleState.Change change : state.repair()) {
      ObjectNode one = repair.addObject();
      one.put("where", change.said().where()).put("was", change.said().what());
      change.now().forEach(one.putArray("now")::add);
    }
  }

  /**
   * Reads what {@link #json} wrote: each rule by its name.
   *
   * @throws IllegalArgumentException if it is no such report
   */
  public static Map<String, Past> read(String json) {
    try {
      Map<String, Past> rules = new HashMap<>();
      JsonNode list = JSON.readTree(json).path("rules");
      if (!list.isArray()) {
        throw new IllegalArgumentException("there is no list of rules");
      }
      for (JsonNode rule : list) {
        rules.put(rule.path("rule").asString(), past(rule));
      }
      return rules;
    } catch (JacksonException bad) {
      throw new IllegalArgumentException(bad.getOriginalMessage(), bad);
    }
  }

  private static Past past(JsonNode rule) {
    Map<String, Double> shares = new HashMap<>();
    double pages = Math.max(1, rule.path("pages").asInt(0));
    for (JsonNode one : rule.path("selectors")) {
      String name = one.path("key").asString("") + " " + one.path("selector").asString("");
      shares.put(name, one.path("pages").asInt(0) / pages);
    }
    for (Map.Entry<String, JsonNode> field : rule.path("fields").properties()) {
      shares.put("field: " + field.getKey(), field.getValue().asInt(0) / pages);
    }
    return new Past(rule.path("words").asLong(0), shares);
  }
}
