package org.coupure.rules.ftr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files of people who did not say in which charset they write. */
public final class SiteText {
  private SiteText() {}

  /**
   * Returns the text; what is not UTF-8 is read as what western editors wrote before it.
   *
   * @throws IOException if the file cannot be read
   */
  public static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException ignored) { // Then it is older than that.
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
