package org.coupure.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a rule's {@code tests}: a page and what must come of it. Immutable.
 *
 * @param page the stored page, relative to the rule's file, or null when only its URL is known
 * @param url the page's URL, or null
 * @param captured when it was captured, or null
 * @param contains texts that must be in the article's text
 * @param lacks texts that must not be in it
 * @param fields what keys of the record must say, as text; several values with {@code "; "} between
 */
public record PageTest(
    @Nullable String page,
    @Nullable String url,
    @Nullable Instant captured,
    List<String> contains,
    List<String> lacks,
    Map<String, String> fields) {
  public PageTest {
    contains = List.copyOf(contains);
    lacks = List.copyOf(lacks);
    fields = Map.copyOf(fields);
  }
}
