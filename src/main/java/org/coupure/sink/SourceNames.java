package org.coupure.sink;

import java.util.HashMap;
import java.util.Map;
import org.coupure.article.Sha256;

/**
 * Names files after what their records were made from: {@code 007.txt} and {@code
 * https://example.org/007.html} give {@code 007}. Where two sources of a run would have one name,
 * the later one gets digits of its hash, as all do when runs follow each other, because earlier
 * names are not known. Not thread-safe.
 */
final class SourceNames {
  /** Enough to tell the sources of one name apart. */
  private static final int DIGITS = 8;

  private final boolean always;
  private final Map<String, String> sources = new HashMap<>();

  SourceNames(boolean always) {
    this.always = always;
  }

  /** Returns the name without a suffix. */
  String of(String source) {
    String base = FileName.of(base(source));
    boolean free = sources.putIfAbsent(base, source) == null || source.equals(sources.get(base));
    return free && !always ? base : base + "-" + Sha256.of(source).substring(0, DIGITS);
  }

  private static String base(String source) {
    String path = source.contains("://") ? source.replaceFirst("[?#].*", "") : source;
    String whole = path.replaceFirst("[/\\\\]+$", "");
    String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    String plain = Packing.withoutSuffix(last);
    int dot = plain.lastIndexOf('.');
    String name = dot > 0 ? plain.substring(0, dot) : plain;
    return name.isEmpty() ? "index" : name;
  }
}
