package org.coupure.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.page.Head;
import org.jspecify.annotations.Nullable;

/**
 * What a page calls itself in its head, as several fields ask for it. Remembers what it was asked;
 * used by one thread.
 */
final class StatedTitles {
  private final Head head;
  private final List<RawValue> all;
  private final Map<String, String> keys = new HashMap<>();

  StatedTitles(Head head) {
    this.head = head;
    this.all = Headlines.witnesses(head, null);
  }

  /** Returns them as {@link Headlines#witnesses} does. */
  List<RawValue> all() {
    return all;
  }

  /** Returns the content of {@code <title>}, or null. */
  @Nullable String title() {
    return head.title();
  }

  /** Returns {@link Text#key} of what the head says, which often says it several times. */
  String key(String text) {
    return keys.computeIfAbsent(text, Text::key);
  }
}
