package org.coupure.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** The group of verbs about the store: the word after it says what to do. */
final class StoreVerb implements Verb {
  static final List<String> NAMES =
      List.of("import", "export", "stats", "reclip", "forget", "trim", "check", "backup");

  /** Returns the verb behind {@code store}, or null. */
  static @Nullable Verb find(String name) {
    return switch (name) {
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

  /** Returns the verb behind {@code store}. */
  static Verb named(String name) throws UsageException {
    Verb verb = find(name);
    if (verb == null) {
      String question = Nearest.question(name, NAMES);
      throw new UsageException(
          "there is no verb \"store "
              + name
              + "\"."
              + (question.isEmpty() ? " Run \"coupure help store\" for what there is." : question),
          false);
    }
    return verb;
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public Manual manual() {
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
    throw new UsageException("store wants a verb: " + String.join(", ", NAMES) + ".");
  }
}
