package org.coupure.sink.postgresql;

import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The character U+0000, which PostgreSQL takes neither in text nor in jsonb. It is taken out, and
 * the record gets the flag {@code nul-removed}.
 */
final class NulCharacters {
  private static final String FLAG = "nul-removed";

  private NulCharacters() {}

  /** Returns {@code record} itself where there is none. */
  static JsonNode remove(JsonNode record) {
    if (!has(record)) {
      return record;
    }
    ObjectNode without = (ObjectNode) copy(record);
    if (without.get("quality") instanceof ObjectNode quality) {
      TreeSet<String> flags = new TreeSet<>();
      quality.path("flags").forEach(flag -> flags.add(flag.asString()));
      flags.add(FLAG);
      ArrayNode list = quality.putArray("flags");
      flags.forEach(list::add);
    }
    return without;
  }

  private static boolean has(JsonNode node) {
    if (node.isString()) {
      return node.asString().indexOf('\0') >= 0;
    }
    for (JsonNode part : node) {
      if (has(part)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode copy(JsonNode node) {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(node.asString().replace("\0", ""));
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(key -> object.set(key.getKey(), copy(key.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(part -> array.add(copy(part)));
      return array;
    }
    return node;
  }
}
