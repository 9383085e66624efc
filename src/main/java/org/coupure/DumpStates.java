package org.coupure;

import java.util.List;
import java.util.Locale;
import org.coupure.article.LineState;
import org.coupure.article.LineState.Part;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Seam;

/**
 * Says which part of the page each line of a plain-text dump belongs to, by the verdicts.
 * Immutable.
 */
final class DumpStates {
  private final List<Verdict> verdicts;
  private final int first;
  private final int last;

  private DumpStates(List<Verdict> verdicts, int first, int last) {
    this.verdicts = verdicts;
    this.first = first;
    this.last = last;
  }

  /** Returns the states of the lines on which {@code verdicts} were given. */
  static DumpStates of(List<Verdict> verdicts) {
    int first = verdicts.size();
    int last = -1;
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i).kept()) {
        first = Math.min(first, i);
        last = i;
      }
    }
    return new DumpStates(verdicts, first, last);
  }

  LineState state(Block block) {
    Seam seam = block.seam();
    String cut = seam == null ? null : seam.sign().name().toLowerCase(Locale.ROOT);
    return new LineState(part(block.index(), verdicts.get(block.index())), cut);
  }

  private Part part(int index, Verdict verdict) {
    PassageKind kind = verdict.keptAs();
    if (kind != null) {
      return kept(kind);
    }
    if (verdict.decider() == Decider.FIELD) {
      return verdict.why().equals("title") ? Part.TITLE : Part.DATELINE;
    }
    return index < first ? Part.BEFORE : index > last ? Part.AFTER : Part.JUNK;
  }

  private static Part kept(PassageKind kind) {
    return switch (kind) {
      case HEADING -> Part.SUB_HEADING;
      case LIST_ITEM, TABLE_ROW -> Part.LIST;
      default -> Part.TEXT;
    };
  }
}
