package org.coupure.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object as somebody wrote it: a value of another type than is asked for is as if it were
 * not there. Immutable. It needs Jackson's parser only, as the writer needs its generator only.
 *
 * @param values Strings, Numbers, Booleans, Lists and Maps of such; null is left out
 */
record JsonObject(Map<String, Object> values) {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /** Objects in objects: records have four levels. */
  private static final int MAX_DEPTH = 20;

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the bytes are none; the message says why
   */
  static JsonObject parse(byte[] bytes) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("this is no JSON object");
      }
      JsonObject object = new JsonObject(object(json, 0));
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("something stands behind the JSON object");
      }
      return object;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> object(JsonParser json, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("the JSON is nested deeper than " + MAX_DEPTH);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key = json.nextName(); key != null; key = json.nextName()) {
      Object value = value(json, json.nextToken(), depth);
      if (value != null) {
        object.put(key, value);
      }
    }
    return object;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, int depth) {
    return switch (token) {
      case START_OBJECT -> object(json, depth + 1);
      case START_ARRAY -> list(json, depth + 1);
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static List<Object> list(JsonParser json, int depth) {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      Object value = value(json, token, depth);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  @Nullable String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  @Nullable Double number(String key) {
    return values.get(key) instanceof Double number ? number : null;
  }

  @Nullable Boolean truth(String key) {
    return values.get(key) instanceof Boolean truth ? truth : null;
  }

  /** Returns the strings of a list; empty when it is none. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(key)) {
      if (element instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Returns the objects of a list; empty when it is none. */
  List<JsonObject> objects(String key) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : list(key)) {
      if (element instanceof Map<?, ?> map) {
        objects.add(of(map));
      }
    }
    return objects;
  }

  /** Returns an object within this one; an empty one when there is none. */
  JsonObject object(String key) {
    return values.get(key) instanceof Map<?, ?> map ? of(map) : new JsonObject(Map.of());
  }

  private List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }

  private static JsonObject of(Map<?, ?> map) {
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), value));
    return new JsonObject(values);
  }
}
