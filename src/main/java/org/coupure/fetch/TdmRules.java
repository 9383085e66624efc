package org.coupure.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site's {@code /.well-known/tdmrep.json} (W3C TDMRep, final report of 2024): for which of its
 * URLs text and data mining is reserved. Immutable.
 */
final class TdmRules {
  static final String PATH = "/.well-known/tdmrep.json";

  private static final int MOST_RULES = 1000;

  private final List<Rule> rules;
  private final TdmFile file;

  private TdmRules(List<Rule> rules, TdmFile file) {
    this.rules = List.copyOf(rules);
    this.file = file;
  }

  /** One entry; its pattern is matched as robots.txt's are, says the report. */
  private record Rule(SimpleRobotRules location, boolean reserved, @Nullable String policy) {}

  /** Reads a file; what breaks the protocol is left out, which counts as unsaid. */
  static TdmRules of(TdmFile file) {
    List<Rule> rules = new ArrayList<>();
    try {
      for (JsonNode entry : JsonMapper.shared().readTree(bare(file.text()))) {
        Rule rule = rule(entry);
        if (rule != null && rules.size() < MOST_RULES) {
          rules.add(rule);
        }
      }
    } catch (JacksonException ignored) {
      // No JSON says nothing.
    }
    return new TdmRules(rules, file);
  }

  private static String bare(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @Nullable Rule rule(JsonNode entry) {
    String location = entry.path("location").asString("");
    String reserved = entry.path("tdm-reservation").asString("");
    if (!location.startsWith("/") || !(reserved.equals("1") || reserved.equals("0"))) {
      return null;
    }
    SimpleRobotRules pattern = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
    pattern.addRule(location, false);
    String policy = entry.path("tdm-policy").asString("");
    return new Rule(pattern, reserved.equals("1"), policy.isEmpty() ? null : policy);
  }

  TdmFile file() {
    return file;
  }

  /** Returns what the first entry for {@code url} says. */
  Rights rights(HttpUrl url) {
    for (Rule rule : rules) {
      if (!rule.location().isAllowed(url.toString())) {
        return new Rights(null, null, rule.reserved(), rule.policy(), null, null);
      }
    }
    return Rights.UNSTATED;
  }
}
