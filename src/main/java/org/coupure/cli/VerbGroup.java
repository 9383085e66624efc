package org.coupure.cli;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** A verb that is a group of verbs: the word after it says what to do. */
final class VerbGroup implements Verb {
  /** The verbs about rules. */
  static final VerbGroup RULES =
      new VerbGroup(
          "rules",
          List.of(
              "lint", "test", "try", "which", "new", "diff", "health", "learn", "import",
              "migrate"),
          VerbGroup::rulesVerb,
          rules());

  /** The verbs about a store. */
  static final VerbGroup STORE =
      new VerbGroup(
          "store",
          List.of("import", "export", "stats", "reclip", "forget", "trim", "check", "backup"),
          VerbGroup::storeVerb,
          store());

  /** In the order of the overview. */
  static final List<VerbGroup> ALL = List.of(STORE, RULES);

  private final String name;
  private final List<String> names;
  private final Function<String, @Nullable Verb> verbs;
  private final Manual manual;

  private VerbGroup(
      String name, List<String> names, Function<String, @Nullable Verb> verbs, Manual manual) {
    this.name = name;
    this.names = names;
    this.verbs = verbs;
    this.manual = manual;
  }

  /** Returns the group called {@code name}, or null. */
  static @Nullable VerbGroup called(String name) {
    return ALL.stream().filter(group -> group.name.equals(name)).findFirst().orElse(null);
  }

  /** Returns the words that may follow the group's. */
  List<String> names() {
    return names;
  }

  /** Returns the verb that {@code word} calls behind the group's, or null. */
  @Nullable Verb find(String word) {
    return verbs.apply(word);
  }

  /** Returns the verb that {@code word} calls behind the group's. */
  Verb named(String word) throws UsageException {
    Verb verb = find(word);
    if (verb == null) {
      String question = Nearest.question(word, names);
      throw new UsageException(
          "there is no verb \""
              + name
              + " "
              + word
              + "\"."
              + (question.isEmpty()
                  ? " Run \"coupure help " + name + "\" for what there is."
                  : question),
          false);
    }
    return verb;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Manual manual() {
    return manual;
  }

  private static @Nullable Verb rulesVerb(String word) {
    return switch (word) {
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

  private static Manual rules() {
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

  private static @Nullable Verb storeVerb(String word) {
    return switch (word) {
      case "import" -> new StoreImportVerb();
      case "export" -> new StoreExportVerb();
      case "stats" -> new StoreStatsVerb();
      case "reclip" -> new StoreReclipVerb();
      case "forget" -> new StoreForgetVerb();
      case "trim" -> new StoreTrimVerb();
      case "check" -> new StoreCheckVerb();
      case "backup" -> new StoreBackupVerb();
      default -> null;
    };
  }

  private static Manual store() {
    return new Manual(
        "VERB [OPTION]... [PATH|URL|ID]...",
        """
        Keep the store: a SQLite file of records with all their revisions, which
        coupure search, show, changes and query read. A .sqlite output is one, too.

        Verbs:
          import    put records of JSON Lines into it
          export    write records of it in any format
          stats     count them by day, site, language and outcome
          reclip    clean stored pages again and keep what changed as revisions
          forget    remove a record for good, and keep it from coming back
          trim      remove what is too old, or does not fit into a size
          check     look for damage, and mend the index
          backup    copy it, also while it is in use
        """,
        """
        # make a store of the records that there are
        coupure store import articles.jsonl
        # a copy, while a watch writes to it
        coupure store backup monday.sqlite
        """,
        "coupure help store VERB tells more of each.\n");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException {
    throw new UsageException(name + " wants a verb: " + String.join(", ", names) + ".");
  }
}
