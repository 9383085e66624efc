package org.coupure.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the pages of reports that need no other file. All have one head and one style. */
final class ReportTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private ReportTemplate() {}

  /**
   * Returns a page.
   *
   * @param template the file in the jar with what its body holds; scripts run only if it has one
   * @param title HTML
   * @param places HTML for each of the template's places, by name
   */
  static String fill(String template, String title, Map<String, String> places) {
    String body = resource(template);
    String scripts = body.contains("<script>") ? "script-src 'unsafe-inline'; " : "";
    return fill(
        resource("report.html"),
        Map.of(
            "scripts",
            scripts,
            "title",
            title,
            "style",
            resource("report.css"),
            "body",
            fill(body, places)));
  }

  private static String fill(String text, Map<String, String> places) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
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
