package org.coupure.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the pages of reports that stand alone, which share one style. */
final class ReportTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private ReportTemplate() {}

  /**
   * Returns a page.
   *
   * @param template the file in the jar
   * @param places HTML for each of its places by name; {@code style} is the common style
   */
  static String fill(String template, Map<String, String> places) {
    String style = resource("report.css");
    return PLACE
        .matcher(resource(template))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1).equals("style")
                        ? style
                        : places.getOrDefault(place.group(1), "")));
  }

  private static String resource(String name) {
    try (InputStream in = ReportTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar: a broken build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " from the jar", e);
    }
  }
}
