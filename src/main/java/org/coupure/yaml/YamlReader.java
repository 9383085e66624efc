package org.coupure.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a rule or configuration file from its YAML events, which are the only view of it that knows
 * lines and columns. A rule needs a small part of YAML: aliases, anchors, tags and second documents
 * are refused, so that no short file can stand for a large one.
 */
public final class YamlReader {
  /** A rule is three levels deep; what nests deeper than this was not written by a person. */
  private static final int MAX_DEPTH = 16;

  /** The largest of 1,343 files of ftr-site-config would come to about 200. */
  private static final int MAX_NODES = 20_000;

  /** A key and an unquoted value with a colon and a blank in it. */
  private static final Pattern UNQUOTED = Pattern.compile("((?:- )?[\\w-]+: +)([^'\"\\[{].*)");

  private static final Pattern LIST = Pattern.compile("^\\s*(?:- )?[\\w-]+: +\\[[^\\]]*$");

  private static final Pattern COMMENT = Pattern.compile("\\s#.*");

  private final Iterator<Event> events;
  private final Problems problems;
  private int nodes;

  private YamlReader(Iterator<Event> events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /** Returns the file's value, or null when it has none or is not such YAML; problems say why. */
  public static @Nullable Node read(String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(problems.file())
            .setCodePointLimit(text.length() + 1)
            .build();
    try {
      return new YamlReader(new Parse(settings).parseString(text).iterator(), problems).document();
    } catch (Refused refused) {
      problems.add(refused.line, refused.column, refused.reason);
    } catch (MarkedYamlEngineException bad) {
      tell(bad, text.lines().toList(), problems);
    } catch (YamlEngineException bad) {
      problems.add(1, 1, "not YAML: " + bad.getMessage());
    }
    return null;
  }

  private static void tell(MarkedYamlEngineException bad, List<String> lines, Problems problems) {
    Mark mark = bad.getProblemMark().or(bad::getContextMark).orElse(null);
    Matcher unquoted = UNQUOTED.matcher(line(lines, mark));
    int open = openList(lines, line(mark));
    if (open > 0) {
      String begun = lines.get(open - 1);
      boolean comment = COMMENT.matcher(begun).find();
      String why = comment ? "; YAML reads ` #` as a comment, so quote what has one" : "";
      problems.add(open, begun.indexOf('[') + 1, "not YAML: this list is not closed" + why);
    } else if (rest(lines, mark).startsWith(":") && unquoted.matches()) {
      String quoted = YamlWriter.flow(List.of(unquoted.group(2)));
      String value = quoted.substring(1, quoted.length() - 1);
      String better = "; a value with `: ` in it wants quotes: " + unquoted.group(1) + value;
      problems.add(line(mark), column(mark), "not YAML: a second colon" + better);
    } else {
      String dash = line(lines, mark).endsWith(": -") ? "; write \"-\" in quotes" : "";
      problems.add(line(mark), column(mark), "not YAML: " + bad.getProblem() + dash);
    }
  }

  /** Returns the number of the last line up to {@code end} that begins a list without end, or 0. */
  private static int openList(List<String> lines, int end) {
    int open = 0;
    for (int i = 0; i < Math.min(end, lines.size()); i++) {
      String line = COMMENT.matcher(lines.get(i)).replaceFirst("");
      if (LIST.matcher(line).find()) {
        open = i + 1;
      } else if (line.contains("]")) {
        open = 0;
      }
    }
    return open;
  }

  private static String line(List<String> lines, @Nullable Mark mark) {
    int line = line(mark);
    return line > lines.size() ? "" : lines.get(line - 1).strip();
  }

  /** Returns the line from the mark on. */
  private static String rest(List<String> lines, @Nullable Mark mark) {
    String line = line(mark) > lines.size() ? "" : lines.get(line(mark) - 1);
    return line.substring(Math.min(line.length(), column(mark) - 1));
  }

  private @Nullable Node document() {
    Node root = null;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        if (root != null) {
          throw new Refused(event, "a second document; each has a file of its own");
        }
        root = node(event, 0);
      }
    }
    if (root == null) {
      problems.add(1, 1, "the file is empty");
    }
    return root;
  }

  private Node node(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Refused(event, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (++nodes > MAX_NODES) {
      throw new Refused(event, "more than " + MAX_NODES + " values");
    }
    refuseAnchors(event);
    int line = line(event.getStartMark().orElse(null));
    int column = column(event.getStartMark().orElse(null));
    if (event instanceof ScalarEvent scalar) {
      return new Node.Text(scalar.getValue(), line, column);
    }
    if (event instanceof SequenceStartEvent) {
      return new Node.Items(items(depth), line, column);
    }
    return new Node.Entries(entries(depth), line, column);
  }

  private static void refuseAnchors(Event event) {
    if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor().isPresent()) {
      throw new Refused(event, "aliases and anchors (*, &) are not read here; write it out");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof SequenceStartEvent sequence
                ? sequence.getTag()
                : ((MappingStartEvent) event).getTag();
    if (tag.isPresent()) {
      throw new Refused(event, "tags (!) are not read here; put the value into quotes");
    }
  }

  private List<Node> items(int depth) {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return items;
  }

  private List<Node.Entry> entries(int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      if (!(node(event, depth + 1) instanceof Node.Text key)) {
        throw new Refused(event, "a key must be text");
      }
      Node value = node(events.next(), depth + 1);
      if (seen.add(key.value())) {
        entries.add(new Node.Entry(key, value));
      } else {
        problems.add(key, "`" + key.value() + "` stands here twice; make it one list");
      }
      event = events.next();
    }
    return entries;
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static int column(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getColumn() + 1;
  }

  /** Ends the reading of a file that goes beyond what rules may hold. Never leaves this class. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String reason;

    Refused(Event event, String reason) {
      super(reason, null, false, false);
      this.line = YamlReader.line(event.getStartMark().orElse(null));
      this.column = YamlReader.column(event.getStartMark().orElse(null));
      this.reason = reason;
    }
  }
}
