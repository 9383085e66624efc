package org.coupure.page;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host names in the one spelling that they are looked up by: lower case, in ASCII, without a final
 * dot. Names in other letters are mapped as UTS #46 maps them without its transition (ß stays ß)
 * and written in Punycode (RFC 3492). {@link java.net.IDN} knows only the older mapping, which
 * makes ss of ß and so another host.
 */
final class HostName {
  /** DNS allows no longer names and labels (RFC 1035, 2.3.4). */
  private static final int LONGEST = 253;

  private static final int LONGEST_LABEL = 63;

  private static final Pattern ASCII =
      Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]{2,45}]");

  /** Characters that UTS #46 leaves out. */
  private static final Pattern IGNORED =
      Pattern.compile("[\\u00AD\\u034F\\u180B-\\u180D\\u200B\\u2060\\u2064\\uFE00-\\uFE0F\\uFEFF]");

  // RFC 3492, section 5.
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 128;

  private HostName() {}

  /** Returns {@code text} in that spelling, or null when it is no name of a host. */
  static @Nullable String normal(String text) {
    if (text.length() > 2 * LONGEST) {
      return null;
    }
    String host = isAscii(text) ? text.toLowerCase(Locale.ROOT) : ascii(text);
    if (host == null) {
      return null;
    }
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return host.length() <= LONGEST && ASCII.matcher(host).matches() && labelsFit(host)
        ? host
        : null;
  }

  private static boolean labelsFit(String host) {
    int start = 0;
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', start)) {
      if (dot - start > LONGEST_LABEL) {
        return false;
      }
      start = dot + 1;
    }
    return host.length() - start <= LONGEST_LABEL;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String ascii(String text) {
    String mapped = mapped(text);
    StringBuilder host = new StringBuilder(mapped.length() + 8);
    for (String label : mapped.split("\\.", -1)) {
      if (label.codePoints().anyMatch(HostName::isForbidden)) {
        return null;
      }
      host.append(host.length() == 0 ? "" : ".");
      host.append(isAscii(label) ? label : "xn--" + punycode(label.codePoints().toArray()));
    }
    return host.toString();
  }

  private static String mapped(String text) {
    String plain = Normalizer.normalize(text.replace("\u0130", "i\u0307"), Normalizer.Form.NFKC);
    StringBuilder lower = new StringBuilder(plain.length());
    // Not String.toLowerCase, for which a sigma at the end of a word is another letter.
    plain.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    String bare = IGNORED.matcher(lower).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFKC).replace('\u3002', '.');
  }

  private static boolean isForbidden(int c) {
    int type = Character.getType(c);
    boolean joiner = c == 0x200C || c == 0x200D;
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.FORMAT && !joiner);
  }

  /** Encodes a label as RFC 3492, section 6.3, says. */
  private static String punycode(int[] label) {
    StringBuilder out = new StringBuilder();
    for (int c : label) {
      if (c < INITIAL_N) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    int done = basic;
    if (basic > 0) {
      out.append('-');
    }
    int n = INITIAL_N;
    int delta = 0;
    int bias = INITIAL_BIAS;
    while (done < label.length) {
      int least = Integer.MAX_VALUE;
      for (int c : label) {
        least = c >= n ? Math.min(least, c) : least;
      }
      delta += (least - n) * (done + 1);
      n = least;
      for (int c : label) {
        delta += c < n ? 1 : 0;
        if (c == n) {
          number(out, delta, bias);
          bias = adapted(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  /**
   * Returns what a host in our spelling is called by IDNA 2003, which writes {@code ß} as {@code
   * ss} and leaves out joiners; most names are called the same.
   */
  static String older(String host) {
    if (!host.contains("xn--")) {
      return host;
    }
    StringBuilder name = new StringBuilder();
    for (String label : host.split("\\.", -1)) {
      name.append(name.length() == 0 ? "" : ".");
      name.append(label.startsWith("xn--") ? decoded(label.substring(4)) : label);
    }
    try {
      return IDN.toASCII(name.toString());
    } catch (IllegalArgumentException ignored) { // The older standard has no such name.
      return host;
    }
  }

  /** Decodes a label as RFC 3492, section 6.2, says; returns it as it is when it is malformed. */
  private static String decoded(String label) {
    int dash = label.lastIndexOf('-');
    StringBuilder out = new StringBuilder(label.substring(0, Math.max(0, dash)));
    int n = INITIAL_N;
    int bias = INITIAL_BIAS;
    int place = 0;
    int at = dash + 1;
    while (at < label.length()) {
      int before = place;
      int weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < label.length() ? Character.digit(label.charAt(at), 36) : -1;
        at++;
        if (digit < 0 || weight > Character.MAX_CODE_POINT) {
          return "xn--" + label;
        }
        // Digits stand behind letters in Punycode, before them in Java.
        digit = digit < 10 ? digit + 26 : digit - 10;
        place += digit * weight;
        int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
      }
      int points = out.codePointCount(0, out.length()) + 1;
      bias = adapted(place - before, points, before == 0);
      n += place / points;
      place %= points;
      if (!Character.isValidCodePoint(n)) {
        return "xn--" + label;
      }
      out.insert(out.offsetByCodePoints(0, place), Character.toString(n));
      place++;
    }
    return out.toString();
  }

  private static void number(StringBuilder out, int delta, int bias) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
      if (rest < threshold) {
        out.append(digit(rest));
        return;
      }
      out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapted(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }
}
