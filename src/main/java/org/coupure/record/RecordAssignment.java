package org.coupure.record;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import org.coupure.article.Assignment;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Changes in a written record to which sources and subjects it belongs. All else, also what this
 * version does not know, stays as it is. Pure functions.
 */
public final class RecordAssignment {
  private RecordAssignment() {}

  /**
   * Returns the record with another assignment, on one line.
   *
   * @param record a record's JSON in UTF-8
   * @throws tools.jackson.core.JacksonException if it is no JSON object
   */
  public static byte[] write(byte[] record, Assignment assignment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length + 256);
    try (JsonParser in = RecordWriter.JSON.createParser(ObjectReadContext.empty(), record);
        JsonGenerator out =
            RecordWriter.JSON.createGenerator(JsonLayout.ONE_LINE.context(), bytes)) {
      Set<String> written = new HashSet<>();
      in.nextToken();
      out.writeStartObject();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = in.currentName();
        in.nextToken();
        if (isAssignment(key)) {
          written.add(key);
          write(out, key, assignment);
          in.skipChildren();
        } else {
          out.writeName(key);
          out.copyCurrentStructure(in);
        }
      }
      for (String key : new String[] {"sources", "subjects"}) {
        // Records of earlier versions have neither.
        if (written.add(key)) {
          write(out, key, assignment);
        }
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static boolean isAssignment(String key) {
    return key.equals("sources") || key.equals("subjects");
  }

  private static void write(JsonGenerator out, String key, Assignment assignment) {
    out.writeName(key);
    JsonValues.value(out, key.equals("sources") ? assignment.sources() : assignment.subjects());
  }
}
