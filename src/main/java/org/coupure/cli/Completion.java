package org.coupure.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.commons.cli.Option;

/** Writes completion scripts for shells: the verbs and their options. */
final class Completion {
  private Completion() {}

  /**
   * Returns the script for {@code shell}.
   *
   * @throws UsageException if it is not bash, zsh or fish
   */
  static String of(String shell, List<Verb> verbs) throws UsageException {
    return switch (shell) {
      case "bash" -> bash(verbs);
      case "zsh" -> zsh(verbs);
      case "fish" -> fish(verbs);
      default ->
          throw new UsageException("--completion knows bash, zsh and fish, not \"" + shell + "\".");
    };
  }

  private static String bash(List<Verb> verbs) {
    StringBuilder script = new StringBuilder();
    script.append("_coupure() {\n");
    script.append("  local cur=${COMP_WORDS[COMP_CWORD]} words=\n");
    script.append("  case \"$COMP_CWORD ${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n");
    script.append("    1\\ *) words='").append(names(verbs, "")).append("' ;;\n");
    for (String group : groups(verbs)) {
      script.append("    2\\ ").append(group).append("\\ *) words='");
      script.append(names(verbs, group + " ")).append("' ;;\n");
    }
    // Verbs of groups come first, because a pattern of one word matches them too.
    for (Verb verb : verbs.stream().sorted(Completion::longestFirst).toList()) {
      script.append("    *\\ ").append(verb.name().replace(" ", "\\ ")).append("*) words='");
      script.append(options(verb)).append("' ;;\n");
    }
    script.append("  esac\n");
    script.append("  case $COMP_CWORD$cur in\n");
    script.append("    1* | *-*) COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")) ;;\n");
    script.append("    *) COMPREPLY=($(compgen -W \"${words##-*}\" -- \"$cur\")");
    script.append(" $(compgen -f -- \"$cur\")) ;;\n");
    script.append("  esac\n}\n");
    return script.append("complete -o filenames -F _coupure coupure\n").toString();
  }

  private static String zsh(List<Verb> verbs) {
    StringBuilder script = new StringBuilder("#compdef coupure\n_coupure() {\n");
    script.append("  local -a verbs\n");
    script.append("  if (( CURRENT == 2 )); then\n    verbs=(").append(described(verbs, ""));
    script.append(")\n    _describe verb verbs\n    return\n  fi\n");
    for (String group : groups(verbs)) {
      script.append("  if (( CURRENT == 3 )) && [[ $words[2] == ").append(group);
      script.append(" ]]; then\n    verbs=(").append(described(verbs, group + " "));
      script.append(")\n    _describe verb verbs\n    return\n  fi\n");
    }
    script.append("  case \"$words[2] $words[3]\" in\n");
    for (Verb verb : verbs.stream().sorted(Completion::longestFirst).toList()) {
      script.append("    ").append(verb.name().replace(" ", "\\ ")).append("*) _arguments");
      for (Option option : verb.options().getOptions()) {
        script.append(" \\\n      ").append(zsh(option));
      }
      script.append(" \\\n      '*:file:_files' ;;\n");
    }
    return script.append("  esac\n}\n_coupure \"$@\"\n").toString();
  }

  private static String zsh(Option option) {
    String what =
        "[" + option.getDescription().replaceAll("[\\[\\]:]", "").replace("'", "'\\''") + "]";
    String argument = option.hasArg() ? ":" + option.getArgName() + ":_files" : "";
    String name = option.getLongOpt() == null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    return "'" + name + what + argument + "'";
  }

  private static String fish(List<Verb> verbs) {
    StringBuilder script = new StringBuilder();
    for (Verb verb : verbs) {
      String[] words = verb.name().split(" ", -1);
      boolean grouped = words.length == 2;
      script.append("complete -c coupure ");
      script.append(
          grouped
              ? "-n '__fish_seen_subcommand_from " + words[0] + "'"
              : "-n __fish_use_subcommand");
      script.append(" -a ").append(words[words.length - 1]).append(" -d '");
      script.append(quoted(ManPage.firstSentence(verb.manual().about()))).append("'\n");
      String seen =
          "-n '__fish_seen_subcommand_from "
              + words[0]
              + (grouped ? "; and __fish_seen_subcommand_from " + words[1] : "")
              + "'";
      for (Option option : verb.options().getOptions()) {
        script.append("complete -c coupure ").append(seen);
        script.append(option.getOpt() == null ? "" : " -s " + option.getOpt());
        script.append(option.getLongOpt() == null ? "" : " -l " + option.getLongOpt());
        script.append(option.hasArg() ? " -r" : "");
        script.append(" -d '").append(quoted(option.getDescription())).append("'\n");
      }
    }
    return script.toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  private static int longestFirst(Verb one, Verb other) {
    return Integer.compare(other.name().length(), one.name().length());
  }

  private static List<String> groups(List<Verb> verbs) {
    return verbs.stream()
        .filter(verb -> verb.name().contains(" "))
        .map(verb -> verb.name().substring(0, verb.name().indexOf(' ')))
        .distinct()
        .toList();
  }

  /** Returns the words that may follow {@code before}, which ends with a space or is empty. */
  private static String names(List<Verb> verbs, String before) {
    return following(verbs, before).stream()
        .map(verb -> verb.name().substring(before.length()))
        .collect(joining(" "));
  }

  private static String described(List<Verb> verbs, String before) {
    return following(verbs, before).stream()
        .map(
            verb ->
                "'"
                    + verb.name().substring(before.length())
                    + ":"
                    + ManPage.firstSentence(verb.manual().about()).replace("'", "'\\''")
                    + "'")
        .collect(joining(" "));
  }

  private static List<Verb> following(List<Verb> verbs, String before) {
    return verbs.stream()
        .filter(verb -> verb.name().startsWith(before))
        .filter(verb -> verb.name().indexOf(' ', before.length()) < 0)
        .toList();
  }

  private static String options(Verb verb) {
    return verb.options().getOptions().stream()
        .map(each -> each.getLongOpt() == null ? "-" + each.getOpt() : "--" + each.getLongOpt())
        .collect(joining(" "));
  }
}
