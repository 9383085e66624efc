package org.coupure.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A redirect by a script that does nothing else, on a page with hardly a text of its own. */
public final class ScriptRedirect {
  /** A longer script does more than to lead on (characters). Chosen. */
  private static final int LONGEST = 400;

  private static final Pattern LEAVES =
      Pattern.compile(
          "(?<![\\w.$])(?:(?:window|document|self|top|parent)\\s*\\.\\s*){0,2}location\\s*"
              + "(?:\\.\\s*href\\s*=(?!=)|=(?!=)|\\.\\s*(?:replace|assign)\\s*\\()"
              + "\\s*(?:\"([^\"\\s]+)\"|'([^'\\s]+)')\\s*(?:[;)}]|$)");

  /** What makes a script lead on only some readers, or only when they ask for it. */
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\bif\\b|\\?|&&|\\|\\||\\bcase\\b|onclick|addEventListener|\\bcatch\\b"
              + "|\\b(?:var|let|const)\\s+location");

  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");

  private ScriptRedirect() {}

  /** Returns the URL as the script has it, often relative; empty for pages with a text. */
  public static Optional<String> of(Document document) {
    for (Element script : document.getElementsByTag("script")) {
      String source = script.data();
      if (source.length() <= LONGEST && source.contains("location")) {
        Optional<String> target = target(source);
        if (target.isPresent() && DeclaredRefresh.isStub(document)) {
          return target;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> target(String source) {
    Matcher leaves = LEAVES.matcher(source);
    if (!leaves.find() || CONDITION.matcher(STRING.matcher(source).replaceAll("")).find()) {
      return Optional.empty();
    }
    String target = leaves.group(1) == null ? leaves.group(2) : leaves.group(1);
    boolean leads =
        !target.startsWith("#") && !target.toLowerCase(Locale.ROOT).startsWith("javascript:");
    return leads ? Optional.of(target) : Optional.empty();
  }
}
