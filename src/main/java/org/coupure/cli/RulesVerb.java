package org.coupure.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** The group of verbs about rules: the word after it says what to do. */
final class RulesVerb implements Verb {
  static final List<String> NAMES =
      List.of(
          "lint", "test", "try", "which", "new", "diff", "learn", "health", "import", "migrate");

  /** Returns the verb behind {@code rules}, or null. */
  static @Nullable Verb find(String name) {
    return switch (name) {
      case "lint" -> new RulesLintVerb();
      case "test" -> new RulesTestVerb();
      case "try" -> new RulesTryVerb();
      case "which" -> new RulesWhichVerb();
      case "new" -> new RulesNewVerb();
      case "diff" -> new RulesDiffVerb();
      case "health" -> new RulesHealthVerb();
      case "learn" -> new RulesLearnVerb();
      case "import" -> new RulesImportVerb();
      case "migrate" -> new RulesMigrateVerb();
      default -> null;
    };
  }

  /** Returns the verb behind {@code rules}. */
  static Verb named(String name) throws UsageException {
    Verb verb = find(name);
    if (verb == null) {
      String question = Nearest.question(name, NAMES);
      throw new UsageException(
          "there is no verb \"rules "
              + name
              + "\"."
              + (question.isEmpty() ? " Run \"coupure help rules\" for what there is." : question),
          false);
    }
    return verb;
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "VERB [OPTION]... [PATH|URL]...",
        """
        Write, check and try the rules of sites and themes; docs/rules.md tells their
        language. Rules are looked for in the folders of --rules, in ./rules, in
        ~/.config/coupure/rules, and among those packed in.

        Verbs:
          lint      find the mistakes in rules
          test      run the tests that rules bring along
          try       show what a rule would change on pages
          which     show which rules speak for an address, and what they say
          new       draft a rule from pages
          diff      show what a change of rules does to stored pages
          learn     learn a rule from stored pages of a site
          health    show which rules rot, why, and what would repair them
          import    turn the site files of ftr-site-config into rules
          migrate   write into rules what keeps their old meaning
        """,
        """
        # is everything well with my rules?
        coupure rules lint rules/ && coupure rules test rules/
        # a rule for a new site
        coupure rules new https://example.org/a https://example.org/b -o rules/x.yaml
        """,
        "coupure help rules VERB tells more of each.\n");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException {
    throw new UsageException("rules wants a verb: " + String.join(", ", NAMES) + ".");
  }
}
