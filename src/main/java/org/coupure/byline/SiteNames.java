package org.coupure.byline;

import java.net.IDN;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.text.TextKey;
import org.jspecify.annotations.Nullable;

/** The names a site goes by, to tell them from headlines and authors. Immutable. */
public final class SiteNames {
  /** Where everybody may have a site of their own, which bears the name they sign by. */
  private static final List<String> PLATFORMS =
      List.of(
          ".wordpress.com",
          ".blogspot.",
          ".substack.com",
          ".bearblog.dev",
          ".tumblr.com",
          ".typepad.com",
          ".livejournal.com",
          ".over-blog.com",
          ".hatenablog.com",
          ".medium.com",
          ".github.io");

  /** Characters of the shortest name that a host is called after; less means too much. */
  private static final int MIN_BORNE = 4;

  private final Set<String> keys;
  private final Set<String> stated;
  private final List<String> labels;
  private final @Nullable String name;
  private final boolean personal;

  private SiteNames(
      Set<String> keys,
      Set<String> stated,
      List<String> labels,
      @Nullable String name,
      boolean personal) {
    this.keys = keys;
    this.stated = stated;
    this.labels = labels;
    this.name = name;
    this.personal = personal;
  }

  /**
   * Returns the names.
   *
   * @param names what the page says, best first; nulls are left out
   * @param asciiHost the page's host as {@link Url#host(String)} has it, or null
   */
  public static SiteNames of(List<String> names, @Nullable String asciiHost) {
    String host = asciiHost == null ? null : IDN.toUnicode(Site.withoutWww(asciiHost));
    Set<String> keys = new HashSet<>();
    for (String name : names) {
      String key = compact(name);
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    Set<String> stated = Set.copyOf(keys);
    List<String> labels = labels(host);
    keys.addAll(labels);
    if (host != null) {
      keys.add(compact(host));
    }
    String name = names.isEmpty() ? null : names.get(0);
    return new SiteNames(keys, stated, labels, name, isPersonal(host));
  }

  /** Returns the same with further names that the page shows, none of them the best. */
  public SiteNames alsoCalled(List<String> shown) {
    if (shown.isEmpty()) {
      return this;
    }
    Set<String> all = new HashSet<>(keys);
    Set<String> further = new HashSet<>(stated);
    for (String other : shown) {
      all.add(compact(other));
      further.add(compact(other));
    }
    return new SiteNames(all, further, labels, name, personal);
  }

  private static boolean isPersonal(@Nullable String host) {
    for (String platform : PLATFORMS) {
      if (host != null && host.contains(platform)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the site is one person's on a platform for many, called as its owner is. */
  public boolean isPersonal() {
    return personal;
  }

  /** Returns the parts of a host that may be a name: all but the public suffix. */
  private static List<String> labels(@Nullable String host) {
    if (host == null) {
      return List.of();
    }
    String own = Site.registered(host);
    int end = host.length() - own.length() + Math.max(0, own.indexOf('.'));
    List<String> labels = new ArrayList<>();
    for (String part : host.substring(0, end).split("\\.", -1)) {
      String label = compact(part);
      if (label.length() > 2) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** Returns the key of {@code text} without its blanks. */
  public static String compact(String text) {
    return TextKey.of(text).replace(" ", "");
  }

  /** Returns the best name that the page gives, or null. */
  public @Nullable String name() {
    return name;
  }

  /** Returns whether {@code text} is nothing but a name of the site. */
  public boolean is(String text) {
    String key = compact(text);
    if (key.isEmpty()) {
      return false;
    }
    if (keys.contains(key)) {
      return true;
    }
    for (String other : keys) {
      // "The Example", "Example News", "example.com" for Example.
      if (other.length() >= 4
          && key.contains(other)
          && key.length() <= other.length() + 12
          && words(text) <= 4) {
        return true;
      }
      if (key.length() >= 4 && other.startsWith(key)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code text} is exactly a name that the page or its host bears. */
  public boolean isExactly(String text) {
    return keys.contains(compact(text));
  }

  /** Returns whether {@code text} is exactly a name that the page itself states or shows. */
  public boolean isStated(String text) {
    return stated.contains(compact(text));
  }

  /** Returns whether the host bears a person's whole name, given name or surname. */
  public boolean isCalledAfter(String person) {
    if (labels.contains(compact(person))) {
      return true;
    }
    for (String word : person.split(" ", -1)) {
      if (word.length() >= MIN_BORNE && labels.contains(compact(word))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code text} is a host: "example.com". */
  public boolean isHostName(String text) {
    int dot = text.lastIndexOf('.');
    return dot > 0 && text.indexOf(' ') < 0 && labels.contains(compact(text.substring(0, dot)));
  }

  private static int words(String text) {
    return TextKey.of(text).split(" ", -1).length;
  }
}
