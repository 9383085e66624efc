package org.coupure.rules.ftr;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site file of ftr-site-config as a rule, with what became of each of its lines. Immutable.
 *
 * @param file the site file's name, such as {@code example.org.txt}
 * @param name the rule's file name, such as {@code example.org.yaml}; empty when there is no rule
 * @param yaml the rule, or null when the file is for no site or says nothing that a rule can say
 * @param why there is no rule; empty when there is one
 * @param notes one a line that says something, in the file's order
 */
public record FtrRule(
    String file, String name, @Nullable String yaml, String why, List<Note> notes) {
  /** How the first line of an imported rule begins, after which stands the file's name. */
  public static final String MARK = FtrConverter.MARK;

  public FtrRule {
    notes = List.copyOf(notes);
  }

  /**
   * Translates a site file.
   *
   * @param file its name, which says for which hosts it is
   * @param text all of it
   */
  public static FtrRule of(String file, String text) {
    SiteName site = SiteName.of(file);
    if (site == null) {
      return new FtrRule(file, "", null, "its name is no host's", List.of());
    }
    FtrConverter translation = new FtrConverter(site).read(text);
    String yaml = translation.yaml(file);
    List<Note> notes =
        translation.notes().stream().sorted(Comparator.comparingInt(Note::line)).toList();
    return yaml == null
        ? new FtrRule(file, "", null, "says nothing that a rule can say", notes)
        : new FtrRule(file, site.rule(), yaml, "", notes);
  }

  /**
   * Returns an imported rule with what it says of the text as comments; its fields go on counting.
   *
   * @param yaml the rule's text
   * @param why the reason, in one line
   */
  public static String withoutText(String yaml, String why) {
    return TextKeys.commentedOut(yaml, why);
  }

  /** Returns whether there is a rule, and no line about fields, text or removals was dropped. */
  public boolean isComplete() {
    return yaml != null
        && notes.stream()
            .noneMatch(note -> note.isExtraction() && note.fate() == ImportStatus.DROPPED);
  }
}
