package org.coupure.discover;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where an article that is spread over several pages goes on: what the page links as {@code
 * rel=next}, if its URL is the first page's with a number. Without that condition, blogs would be
 * read from their newest article to their oldest, for they link their next article so.
 */
public final class NextPage {
  /** {@code /2}, {@code -2.html}, {@code ,2}, {@code /page/2/}, {@code _seite-2.html}. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[/_,.-]?(?:page|seite|pagina|pag|p|s)?[/_=.-]?[2-9][0-9]?(?:[.](?:html?|php|aspx?))?/?");

  private static final Pattern NUMBERED_QUERY =
      Pattern.compile("(?:.*&)?(?:page|p|pg|seite|pagina|pag|start|part)=[0-9]{1,3}(?:&.*)?");

  private static final Pattern ENDING = Pattern.compile("(?:[.](?:html?|php|aspx?)|/)$");

  private NextPage() {}

  /**
   * Returns the URL of the page after {@code document}, or empty when the article ends there.
   *
   * @param head what the page's head says
   * @param url where the page stands, which links are read against
   * @param first the URL of the article's first page
   */
  public static Optional<String> of(Head head, Document document, String url, String first) {
    Url base = Url.parse(url);
    Url start = Url.parse(first);
    if (base == null || start == null) {
      return Optional.empty();
    }
    Stream<String> linked =
        head.links().stream().filter(link -> link.is("next")).map(link -> link.href());
    Stream<String> anchored =
        document.select("a[rel~=(?i)\\bnext\\b]").stream().map(anchor -> anchor.attr("href"));
    return Stream.concat(linked, anchored)
        .map(base::resolve)
        .filter(next -> continues(start, next) && !next.equals(base))
        .findFirst()
        .map(Url::toString);
  }

  static boolean continues(Url first, @Nullable Url next) {
    if (next == null || !next.host().equals(first.host()) || next.port() != first.port()) {
      return false;
    }
    String query = next.query();
    if (next.path().equals(first.path())) {
      return query != null
          && !query.equals(first.query())
          && NUMBERED_QUERY.matcher(query).matches();
    }
    String stem = ENDING.matcher(first.path()).replaceFirst("");
    return stem.length() > 1
        && next.path().startsWith(stem)
        && NUMBER.matcher(next.path().substring(stem.length())).matches();
  }
}
