package org.coupure.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.text.WordLists;

/**
 * Tells which hosts are one site. Hosts are given in the spelling of {@link Url#host(String)}.
 *
 * <p>There are three questions. {@link #name} takes off what one site puts before its name for
 * telephones and AMP: pages of both are the same pages. {@link #withoutWww} takes off {@code www.}
 * alone: the rest may be another machine, or pages that are built otherwise. {@link #registered} is
 * the registered domain, with all hosts below it.
 */
public final class Site {
  private static final Pattern PREFIX =
      Pattern.compile("^(?:www[0-9]?|m|mobile|mobil|amp|touch)[.](?=[^.]+[.][^.])");

  private static final Pattern IP_URL = Pattern.compile("\\[.*|[0-9]+(?:\\.[0-9]+){3}");

  /** Second levels that registries sell names under, for countries that the file does not name. */
  private static final Set<String> USUAL_SECOND_LEVELS =
      Set.of("ac", "co", "com", "edu", "go", "gob", "gov", "mil", "ne", "net", "or", "org");

  private Site() {}

  /**
   * Returns {@code host} without {@code www.}, {@code www2.}, {@code m.}, {@code mobile.}, {@code
   * amp.} and their like; but never down to one label.
   */
  public static String name(String host) {
    return PREFIX.matcher(host).replaceFirst("");
  }

  /** Returns {@code host} without {@code www.}; but never down to one label. */
  public static String withoutWww(String host) {
    return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
  }

  /**
   * Returns what version 0.1.0 called {@code host}: it read names by IDNA 2003, so {@code
   * straße.example} was {@code strasse.example}.
   */
  public static String formerName(String host) {
    return HostName.older(host);
  }

  /**
   * Returns whether {@code host} is a public suffix, under which anybody can register a name, such
   * as {@code co.uk}. Knows the common ones, not all.
   */
  public static boolean isPublicSuffix(String host) {
    return host.indexOf('.') < 0 || Known.SECOND_LEVELS.contains(host);
  }

  /**
   * Returns the registered domain of {@code host}: the public suffix and one label before it. An IP
   * address and a public suffix are returned as they are.
   */
  public static String registered(String host) {
    return IP_URL.matcher(host).matches() ? host : host.substring(ownerStart(host));
  }

  /** Returns whether one owner has both hosts, as far as their names tell. */
  public static boolean isSameOwner(String host, String other) {
    return host.equals(other) || registered(host).equals(registered(other));
  }

  /** Returns the host and what it stands below, longest first: a.b.c, b.c, c. */
  public static List<String> withParents(String host) {
    List<String> chain = new ArrayList<>();
    chain.add(host);
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      chain.add(host.substring(dot + 1));
    }
    return chain;
  }

  private static int ownerStart(String host) {
    int top = host.lastIndexOf('.');
    int second = host.lastIndexOf('.', top - 1);
    if (second < 0 || !isSecondLevel(host, second + 1, top)) {
      return second + 1;
    }
    return host.lastIndexOf('.', second - 1) + 1;
  }

  private static boolean isSecondLevel(String host, int start, int top) {
    boolean country = host.length() - top == 3;
    return isPublicSuffix(host.substring(start))
        || (country && USUAL_SECOND_LEVELS.contains(host.substring(start, top)));
  }

  /** Read when it is first asked for. */
  private static final class Known {
    static final Set<String> SECOND_LEVELS = load();

    private static Set<String> load() {
      Set<String> suffixes = new HashSet<>(2048);
      WordLists.words("sites/second-levels.txt")
          .forEach(
              (country, levels) -> levels.forEach(level -> suffixes.add(level + "." + country)));
      return suffixes;
    }
  }
}
