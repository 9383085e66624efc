package org.coupure.record;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.record.RecordField.Form;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a record has as JSON: all of them, a choice under names of one's own, or those of
 * another program. Immutable.
 */
public final class RecordShape {
  /** The record as its JSON Schema describes it. */
  public static final RecordShape WHOLE = new RecordShape(all(), null);

  private final List<Key> keys;
  private final @Nullable RecordProfile profile;

  /** A field under a key, whose dots lead into objects. */
  private record Key(String path, RecordField field) {}

  private RecordShape(List<Key> keys, @Nullable RecordProfile profile) {
    this.keys = List.copyOf(keys);
    this.profile = profile;
  }

  /**
   * Returns a choice of fields.
   *
   * @param fields their paths in the order of the output, such as {@code quality.words}; an object,
   *     such as {@code quality}, stands for all that it holds; empty for all fields
   * @param names new keys by path; a dot in a key makes an object
   * @throws IllegalArgumentException if a field is unknown or two have one key; the message says
   *     what is known
   */
  public static RecordShape of(List<String> fields, Map<String, String> names) {
    List<Key> keys = new ArrayList<>();
    if (fields.isEmpty()) {
      // With other names it obeys the schema no more, so it does not say that it does.
      keys.addAll(all().stream().filter(key -> !key.path.equals("schema")).toList());
    }
    for (String field : fields) {
      keys.addAll(named(field));
    }
    Set<String> unused = new HashSet<>(names.keySet());
    keys.forEach(key -> unused.remove(key.path));
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          "no field \"" + unused.iterator().next() + "\" to rename; there are " + known(keys));
    }
    keys.replaceAll(key -> new Key(names.getOrDefault(key.path, key.path), key.field));
    check(keys);
    return new RecordShape(keys, null);
  }

  /**
   * Returns the keys that another program gives its records.
   *
   * @throws IllegalArgumentException if there is no such profile; the message says which there are
   */
  public static RecordShape ofProfile(String name) {
    return new RecordShape(List.of(), RecordProfile.parse(name));
  }

  /** Returns the values by key; those within objects are in maps of their own. */
  Map<String, @Nullable Object> values(Clip clip, Article article) {
    if (profile != null) {
      return profile.values(clip, article);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Key key : keys) {
      put(values, key.path, key.field.value(clip, article));
    }
    return values;
  }

  @SuppressWarnings("unchecked") // Every map in a map was put there here.
  private static void put(
      Map<String, @Nullable Object> values, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.put(path, value);
      return;
    }
    Object object = values.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<>());
    put((Map<String, @Nullable Object>) object, path.substring(dot + 1), value);
  }

  private static List<Key> named(String path) {
    List<Key> found =
        all().stream()
            .filter(key -> key.path.equals(path) || key.path.startsWith(path + "."))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no field \"" + path + "\"; there are " + known(all()));
    }
    return found;
  }

  private static void check(List<Key> keys) {
    Set<String> taken = new HashSet<>();
    for (Key key : keys) {
      boolean object = keys.stream().anyMatch(other -> other.path.startsWith(key.path + "."));
      boolean odd = key.path.startsWith(".") || key.path.endsWith(".") || key.path.contains("..");
      if (key.path.isEmpty() || odd || object || !taken.add(key.path)) {
        throw new IllegalArgumentException(
            "two fields, or none, have the key \"" + key.path + "\"");
      }
    }
  }

  private static List<Key> all() {
    return RecordField.in(Form.JSON).stream().map(field -> new Key(field.path(), field)).toList();
  }

  private static String known(List<Key> keys) {
    return keys.stream().map(Key::path).collect(joining(", "));
  }
}
