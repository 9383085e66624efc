package org.coupure.block;

import java.util.Locale;
import java.util.Set;
import org.coupure.text.WordLists;

/**
 * Takes off a mail's subject what its author did not write: the marks of answers and of forwarded
 * mails ("Re:", "WG:"), and the name of a mailing list in square brackets behind or before them.
 */
final class MailSubject {
  /** Characters of the longest mark: "továbbítás". */
  private static final int LONGEST_PREFIX = 12;

  /** Characters of the longest name of a list. Chosen. */
  private static final int LONGEST_LIST = 40;

  private MailSubject() {}

  /** Holds the list, so that it is read when a mail first asks for it. */
  private static final class Bundled {
    static final Set<String> PREFIXES = WordLists.set("mail-subjects.txt");
  }

  /** Returns {@code subject} without those marks; as it is when nothing else is left. */
  static String bare(String subject) {
    int start = 0;
    boolean marked = false;
    for (int next = next(subject, 0); next > start; next = next(subject, start)) {
      marked |= subject.charAt(next - 1) != ']';
      start = next;
      while (start < subject.length() && subject.charAt(start) == ' ') {
        start++;
      }
    }
    // A word in square brackets alone may be the author's: "[Video] The bridge".
    return marked && start < subject.length() ? subject.substring(start) : subject;
  }

  /** Returns where the mark that begins at {@code start} ends, or {@code start} when none does. */
  private static int next(String subject, int start) {
    if (subject.startsWith("[", start)) {
      int end = subject.indexOf(']', start);
      boolean list = end > start + 1 && end - start <= LONGEST_LIST;
      return list && subject.indexOf(' ', start) > end ? end + 1 : start;
    }
    int colon = subject.indexOf(':', start);
    boolean known =
        colon > start
            && colon - start <= LONGEST_PREFIX
            && Bundled.PREFIXES.contains(
                subject.substring(start, colon).strip().toLowerCase(Locale.ROOT));
    return known ? colon + 1 : start;
  }
}
