package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coupure.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** All verbs; each class is loaded only when it is called. */
final class Verbs {
  static final List<String> NAMES =
      List.of(
          "clean", "fetch", "init", "run", "watch", "status", "explain", "search", "show", "changes",
          "query", "review", "store", "rules", "serve", "schema", "help", "version");

  private Verbs() {}

  /** Returns the verb called {@code name}, or null. */
  static @Nullable Verb find(String name) {
    return switch (name) {
      case "clean" -> new CleanVerb();
      case "fetch" -> new FetchVerb();
      case "init" -> new InitVerb();
      case "run" -> new RunVerb();
      case "watch" -> new WatchVerb();
      case "status" -> new StatusVerb();
      case "explain" -> new ExplainVerb();
      case "search" -> new SearchVerb();
      case "show" -> new ShowVerb();
      case "changes" -> new ChangesVerb();
      case "query" -> new QueryVerb();
      case "review" -> new ReviewVerb();
      case "store" -> new StoreVerb();
      case "rules" -> new RulesVerb();
      case "serve" -> new ServeVerb();
      case "schema" -> new SchemaVerb();
      case "help" -> new HelpVerb(Verbs::named, Verbs::all);
      case "version" -> new VersionVerb();
      default -> grouped(name);
    };
  }

  /** Returns all verbs, those of a group right behind it. */
  static List<Verb> all() {
    List<Verb> all = new ArrayList<>();
    for (String name : NAMES) {
      all.add(Objects.requireNonNull(find(name)));
      List<String> grouped =
          switch (name) {
            case "store" -> StoreVerb.NAMES;
            case "rules" -> RulesVerb.NAMES;
            default -> List.of();
          };
      grouped.forEach(each -> all.add(Objects.requireNonNull(find(name + " " + each))));
    }
    return all;
  }

  private static @Nullable Verb grouped(String name) {
    if (name.startsWith("store ")) {
      return StoreVerb.find(name.substring("store ".length()));
    }
    return name.startsWith("rules ") ? RulesVerb.find(name.substring("rules ".length())) : null;
  }

  private static Verb named(String name) throws UsageException {
    if (name.startsWith("rules ")) {
      return RulesVerb.named(name.substring("rules ".length()));
    }
    if (name.startsWith("store ")) {
      return StoreVerb.named(name.substring("store ".length()));
    }
    Verb verb = find(name);
    if (verb == null) {
      String question = Nearest.question(name, NAMES);
      throw new UsageException(
          "there is no verb \""
              + name
              + "\"."
              + (question.isEmpty() ? " Run \"coupure help\" for what there is." : question),
          false);
    }
    return verb;
  }
}
