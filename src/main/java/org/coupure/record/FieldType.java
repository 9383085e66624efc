package org.coupure.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.record.RecordField.Form;

/**
 * What kind of value a field of a record has, as stores with types see it. {@link #record()} is the
 * type of the whole record, from which all of their schemas are made. Immutable.
 */
public sealed interface FieldType {
  /** A value without parts. */
  enum Scalar implements FieldType {
    STRING,
    /** At most nine digits. */
    INTEGER,
    NUMBER,
    BOOLEAN,
    /** A day, in JSON {@code 2024-03-04}. */
    DATE,
    /** A moment in UTC to the second, in JSON {@code 2024-03-04T06:30:00Z}. */
    TIMESTAMP
  }

  /**
   * A list, which is never null and whose elements are never null.
   *
   * @param element the type of each element
   */
  record ListOf(FieldType element) implements FieldType {}

  /**
   * An object with the same keys in every record.
   *
   * @param members its keys in order
   */
  record Struct(List<Member> members) implements FieldType {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /**
   * A key with its type.
   *
   * @param name the key
   * @param type the type of its value
   * @param nullable whether the value may be null; the key is always there
   */
  record Member(String name, FieldType type, boolean nullable) {}

  /** A passage of {@code body}. */
  FieldType PASSAGE =
      new Struct(
          List.of(
              new Member("kind", Scalar.STRING, false),
              new Member("text", Scalar.STRING, false),
              new Member("level", Scalar.INTEGER, true)));

  /** A picture of {@code images}. */
  FieldType IMAGE =
      new Struct(
          List.of(
              new Member("url", Scalar.STRING, false),
              new Member("caption", Scalar.STRING, true),
              new Member("credit", Scalar.STRING, true)));

  /** Words that a query asked for. */
  FieldType MATCHED_WORDS =
      new Struct(
          List.of(
              new Member("words", Scalar.STRING, false),
              new Member("start", Scalar.INTEGER, false),
              new Member("end", Scalar.INTEGER, false)));

  /** A subject of {@code subjects}. */
  FieldType SUBJECT =
      new Struct(
          List.of(
              new Member("name", Scalar.STRING, false),
              new Member("title", new ListOf(MATCHED_WORDS), false),
              new Member("text", new ListOf(MATCHED_WORDS), false)));

  /** Returns the type of a record that was not explained. */
  static Struct record() {
    Map<String, List<Member>> objects = new LinkedHashMap<>();
    for (RecordField field : RecordField.in(Form.JSON)) {
      Member member = new Member(field.name(), field.type(), field.nullable());
      objects.computeIfAbsent(field.object(), object -> new ArrayList<>()).add(member);
    }
    // The table has all fields of the top level before the objects.
    List<Member> members = new ArrayList<>();
    objects.forEach(
        (object, parts) ->
            members.addAll(
                object.isEmpty() ? parts : List.of(new Member(object, new Struct(parts), false))));
    return new Struct(members);
  }
}
