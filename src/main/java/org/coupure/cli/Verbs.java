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
          "clean", "fetch", "init", "run", "watch", "status", "explain", "search", "show",
          "changes", "query", "review", "store", "rules", "serve", "schema", "help", "version");

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
      case "store" -> VerbGroup.STORE;
      case "rules" -> VerbGroup.RULES;
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
      VerbGroup group = VerbGroup.called(name);
      for (String word : group == null ? List.<String>of() : group.names()) {
        all.add(Objects.requireNonNull(find(name + " " + word)));
      }
    }
    return all;
  }

  private static @Nullable Verb grouped(String name) {
    int space = name.indexOf(' ');
    VerbGroup group = space < 0 ? null : VerbGroup.called(name.substring(0, space));
    return group == null ? null : group.find(name.substring(space + 1));
  }

  private static Verb named(String name) throws UsageException {
    int space = name.indexOf(' ');
    VerbGroup group = space < 0 ? null : VerbGroup.called(name.substring(0, space));
    if (group != null) {
      return group.named(name.substring(space + 1));
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
