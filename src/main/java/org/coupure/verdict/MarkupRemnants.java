package org.coupure.verdict;

import java.util.regex.Pattern;

/**
 * Tells lines that a stripper of tags left of a page's machinery: style rules, calls of scripts,
 * shortcodes of WordPress and its builders. A listing of an article about code is not minified and
 * calls no advertising, so it stays.
 */
final class MarkupRemnants {
  /** A minified style rule: no space behind the brace, and a property with its value. */
  private static final Pattern STYLE =
      Pattern.compile(
          "[.#@*a-zA-Z\\[:][^{}]{0,300}\\{[-a-zA-Z.#@][^{}]{0,400}[:{][^{}]{0,600}[};].*");

  /** The functions that pages call for analytics and advertising. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:\\(?adsbygoogle|googletag|_gaq|gtag\\(|fbq\\(|!function\\(|\\(function ?\\((?:w|i|d|a|e),"
              + "|window\\.(?:dataLayer|_\\w+|ga|adsbygoogle|googletag|OneSignal)\\b|<!\\[CDATA\\[).*");

  /** A shortcode alone: with attributes, closing, or one that WordPress itself brings. */
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\[/?(?:(?:caption|gallery|embed|audio|video|playlist|youtube|contact-form-7)\\b[^\\]]*"
              + "|[a-z][a-z0-9_-]{1,40}(?: +[a-zA-Z_-]+=(?:\"[^\"\\]]*\"|'[^'\\]]*'|[^\\s\\]]+))+ */?)\\]");

  private MarkupRemnants() {}

  /** Returns whether {@code line} is a style rule or a call of a script. */
  static boolean isCode(String line) {
    return (line.indexOf('{') > 0 && STYLE.matcher(line).matches())
        || SCRIPT.matcher(line).matches();
  }

  /** Returns whether {@code line} is one shortcode and nothing else. */
  static boolean isShortcode(String line) {
    return line.startsWith("[") && SHORTCODE.matcher(line).matches();
  }

  /** Returns whether {@code line} opens a caption, whose text goes on to its closing shortcode. */
  static boolean opensCaption(String line) {
    return line.startsWith("[caption") || line.startsWith("[wp_caption");
  }

  /** Returns whether {@code line} closes a caption. */
  static boolean closesCaption(String line) {
    return line.endsWith("[/caption]") || line.endsWith("[/wp_caption]");
  }
}
