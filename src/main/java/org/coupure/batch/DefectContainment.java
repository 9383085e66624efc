package org.coupure.batch;

import java.util.function.Function;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/** Keeps a defect in one page from ending a run: it becomes the outcome of that page. */
public final class DefectContainment {
  private DefectContainment() {}

  /** Returns what {@code clipper} makes of {@code page}, or the failure that says what it threw. */
  public static Clip contained(Page page, Function<Page, Clip> clipper) {
    try {
      return clipper.apply(page);
    } catch (RuntimeException | Error e) {
      return Clipper.failed(page, Reason.DEFECT, sentence(e));
    }
  }

  /** Returns {@code page} as {@code clipper} parses it, or one whose clip says what it threw. */
  public static ParsedPage read(Page page, Clipper clipper) {
    try {
      return clipper.read(page);
    } catch (RuntimeException | Error e) {
      return ParsedPage.unreadable(page, Reason.DEFECT, sentence(e));
    }
  }

  /** Returns what {@code clipper} makes of a page, or the failure that says what it threw. */
  public static Clip contained(ParsedPage parsed, Clipper clipper) {
    return contained(parsed.page(), page -> clipper.clip(parsed));
  }

  /** Returns what happened, where, and what to do about it. */
  public static String sentence(Throwable defect) {
    if (defect instanceof OutOfMemoryError) {
      return "the memory did not suffice; give Java more, such as COUPURE_OPTS=-Xmx2g";
    }
    StringBuilder sentence = new StringBuilder(defect.getClass().getSimpleName());
    if (defect.getMessage() != null) {
      sentence.append(": ").append(defect.getMessage().replaceAll("\\s+", " "));
    }
    for (StackTraceElement frame : defect.getStackTrace()) {
      if (frame.getClassName().startsWith("org.coupure.")) {
        sentence.append(" in ").append(frame.getFileName()).append(':');
        sentence.append(frame.getLineNumber());
        break;
      }
    }
    return sentence.append("; this is a defect of Coupure, please report it").toString();
  }
}
