package org.coupure.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coupure.article.PageKind;
import org.coupure.sink.Format;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.Sinks;
import org.coupure.sink.TargetUrl;
import org.coupure.sink.push.Push;
import org.coupure.watch.Configuration.Target;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads a configuration's outputs, and those that its subjects have of their own. */
final class OutputReader {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
  static final List<String> KEYS =
      Stream.of(
              Stream.of("to", "format"),
              OutputStyle.KEYS.stream(),
              Stream.of("subjects", "sources", "languages", "kinds", "updates"),
              Stream.of("command", "webhook", "secret", "mail"))
          .flatMap(keys -> keys)
          .toList();
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,9}$");

  private final Section top;
  private final Problems problems;
  private final Path folder;

  OutputReader(Section top, Problems problems, Path folder) {
    this.top = top;
    this.problems = problems;
    this.folder = folder;
  }

  private static Routing routing(Section section, Set<String> sources, Set<String> subjects) {
    section.requireKnown("subjects", subjects, "subject");
    section.requireKnown("sources", sources, "source");
    return new Routing(
        Set.copyOf(section.texts("subjects")),
        Set.copyOf(section.texts("sources")),
        section.values("languages", SourceReader::language),
        section.union("kinds", PageKind::parse),
        section.value("updates", false, Section::yes));
  }

  /** Returns the outputs, those that subjects have of their own last. */
  List<Target> targets(Set<String> sources, Set<String> subjects) {
    List<Target> targets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : top.nodes("outputs")) {
      Section section = new Section(node, "outputs", KEYS, problems);
      Push push = push(section);
      if (push != null) {
        Target target = Target.of(push, routing(section, sources, subjects));
        if (!names.add(target.name())) {
          section.problem("subjects", "two outputs tell " + target.name() + "; leave one out");
        }
        targets.add(target);
        continue;
      }
      String to = section.text("to");
      if (to == null) {
        if (node instanceof Node.Entries && !section.has("to") && !section.isMisspelt("to")) {
          section.problem(
              "to", "an output needs `to`: a file, a folder, or \"-\" for standard output");
        }
        continue;
      }
      if (!section.has("format")) {
        isPlace(to).ifPresent(mistake -> section.problem("to", "to: " + mistake));
      }
      Format format = section.value("format", Format::parse);
      Target target =
          new Target(
              out(to), format, style(section, to, format), routing(section, sources, subjects));
      if (!names.add(target.name())) {
        section.problem("to", "two outputs write to " + to + "; leave one out");
      }
      targets.add(target);
    }
    boolean elsewhere = top.nodes("subjects").stream().anyMatch(OutputReader::hasOwn);
    if (top.nodes("outputs").isEmpty() && !top.isMisspelt("outputs") && !elsewhere) {
      top.problem("outputs", "records have nowhere to go; give `outputs` a list");
    }
    addOwn(targets);
    return targets;
  }

  /** Returns who is told by an output, or null when it is no such output. */
  private @Nullable Push push(Section section) {
    if (section.has("command")) {
      return new Push.Command(section.texts("command"));
    }
    if (section.has("webhook")) {
      String url = section.value("webhook", SourceReader::url);
      return url == null
          ? null
          : new Push.Webhook(url, section.value("secret", Section.path(folder)));
    }
    String to = section.text("mail");
    return to == null ? null : mail(to, section, "mail");
  }

  private @Nullable Push mail(String to, Section section, String key) {
    Section mail = top.section("mail", List.of("smtp", "from"));
    String smtp = mail == null ? null : mail.text("smtp");
    if (mail == null || smtp == null || !smtp.matches("smtps?://[^/]+/?")) {
      section.problem(
          key,
          key + ": mail needs a server: give `mail` a key `smtp`, such as smtp://localhost:25");
      return null;
    }
    return new Push.Mail(to, mail.value("from", to, text -> text), smtp);
  }

  private static boolean hasOwn(Node subject) {
    return subject instanceof Node.Entries entries
        && entries.entries().stream().anyMatch(e -> e.key().value().matches("to|notify"));
  }

  /** Adds the outputs that subjects have of their own. */
  private void addOwn(List<Target> targets) {
    for (Node node : top.nodes("subjects")) {
      Section section = new Section(node, "a subject", SubjectReader.KEYS, new Problems("", ""));
      String name = section.text("name");
      if (name == null) {
        continue;
      }
      Routing routing = Routing.ALL.of(name);
      for (String to : section.texts("to")) {
        add(new Target(out(to), null, OutputStyle.PLAIN, routing), node, targets);
      }
      for (String who : section.texts("notify")) {
        Section checked = new Section(node, "a subject", SubjectReader.KEYS, problems);
        Push push =
            who.contains("://") ? new Push.Webhook(who, null) : mail(who, checked, "notify");
        if (push != null) {
          add(Target.of(push, routing), node, targets);
        }
      }
    }
  }

  /** Two sinks of one file would write over each other. */
  private void add(Target target, Node node, List<Target> targets) {
    if (targets.stream().anyMatch(other -> other.name().equals(target.name()))) {
      problems.add(
          node,
          target.name()
              + " is another output, too; give that one the `subjects` and leave it out here");
    } else {
      targets.add(target);
    }
  }

  private static OutputStyle style(Section section, String to, @Nullable Format said) {
    try {
      OutputStyle style = OutputStyle.of(key -> choice(section, key));
      Format format = said == null ? formatOf(to) : said;
      style.mistake(format).ifPresent(mistake -> section.problem("format", mistake));
      return style;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      section.problem(message.substring(0, Math.max(0, message.indexOf(':'))), message);
      return OutputStyle.PLAIN;
    }
  }

  private static @Nullable String choice(Section section, String key) {
    return section.has(key) ? String.join(",", section.texts(key)) : null;
  }

  /** Returns the format that an output has of itself, or null when it is a target of its own. */
  private static @Nullable Format formatOf(String to) {
    if (to.equals("-")) {
      return Format.JSONL;
    }
    return Sinks.provider(to).isPresent() || URL.matcher(to).lookingAt()
        ? null
        : Format.ofFile(Path.of(to)).orElse(Format.CLIPPINGS);
  }

  private @Nullable String out(String to) {
    if (to.equals("-")) {
      return null;
    }
    return to.contains("://") ? to : Section.path(folder).apply(to).toString();
  }

  /** Returns what is wrong with an output whose format is not said, or nothing. */
  private static Optional<String> isPlace(String to) {
    if (URL.matcher(to).lookingAt() && Sinks.provider(to).isEmpty()) {
      return Optional.of(
          "\""
              + TargetUrl.masked(to)
              + "\" is no target; records go to files, folders and "
              + String.join(", ", Sinks.providerNames()));
    }
    Matcher ending = ENDING.matcher(to);
    boolean known =
        !ending.find() || Sinks.provider(to).isPresent() || Format.ofFile(Path.of(to)).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(
            "nothing is written as "
                + ending.group()
                + "; there are jsonl, csv, txt, md and tei.xml (also with .gz or .zst) and "
                + String.join(", ", Sinks.providerNames())
                + "; for a folder write "
                + to
                + "/");
  }
}
