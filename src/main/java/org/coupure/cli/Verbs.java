package org.coupure.cli;

import java.util.List;
import org.coupure.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** All verbs; each class is loaded only when it is called. */
final class Verbs {
  static final List<String> NAMES =
      List.of(
          "clean", "fetch", "run", "watch", "status", "explain", "rules", "serve", "schema", "help",
          "version");

  private Verbs() {}

  /** Returns the verb called {@code name}, or null. */
  static @Nullable Verb find(String name) {
    return switch (name) {
      case "clean" -> new CleanVerb();
      case "fetch" -> new FetchVerb();
      case "run" -> new RunVerb();
      case "watch" -> new WatchVerb();
      case "status" -> new StatusVerb();
      case "explain" -> new ExplainVerb();
      case "rules" -> new RulesVerb();
      case "serve" -> new ServeVerb();
      case "schema" -> new SchemaVerb();
      case "help" -> new HelpVerb(Verbs::named);
      case "version" -> new VersionVerb();
      default ->
          name.startsWith("rules ") ? RulesVerb.find(name.substring("rules ".length())) : null;
    };
  }

  private static Verb named(String name) throws UsageException {
    if (name.startsWith("rules ")) {
      return RulesVerb.named(name.substring("rules ".length()));
    }
    Verb verb = find(name);
    if (verb == null) {
      throw new UsageException(
          "there is no verb \"" + name + "\"." + Nearest.question(name, NAMES));
    }
    return verb;
  }
}
