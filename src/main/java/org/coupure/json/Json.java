package org.coupure.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value as far as metadata needs it: null is absent, numbers and truth values are text. */
public sealed interface Json {

  /** Returns the text of a scalar, or null. */
  default @Nullable String text() {
    return null;
  }

  /** Returns the elements of an array; anything else is its own only element. */
  default List<Json> items() {
    return List.of(this);
  }

  /** Returns a member of an object, or null. */
  default @Nullable Json get(String key) {
    return null;
  }

  /** Returns a member's text, that of its first element when it is an array, or null. */
  default @Nullable String text(String key) {
    Json member = get(key);
    if (member == null || member.items().isEmpty()) {
      return null;
    }
    return member.items().get(0).text();
  }

  /** Returns a member's elements, empty when there is no such member. */
  default List<Json> all(String key) {
    Json member = get(key);
    return member == null ? List.of() : member.items();
  }

  /** A string, number, true or false. */
  record Text(String value) implements Json {
    @Override
    public String text() {
      return value;
    }
  }

  /** An array, nulls left out. */
  record Items(List<Json> items) implements Json {}

  /** An object, nulls left out; of members with one name the first counts. */
  record Node(Map<String, Json> members) implements Json {
    @Override
    public @Nullable Json get(String key) {
      return members.get(key);
    }
  }
}
