package org.coupure.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model as it is kept in the jar: what it was trained on, the features it asks for, the
 * odds of class words, and the trees. Immutable and thread-safe.
 *
 * @param trained the day of the training, ISO 8601
 * @param summary on what it was trained, a sentence
 * @param features the names of the features, in the order of the table
 * @param odds log odds of class words; empty for plain text
 * @param trees the trees
 */
public record ModelFile(
    String trained, String summary, List<String> features, WordOdds odds, TreeModel trees) {
  /** "CPRM" and the version of the format. */
  private static final int MAGIC = 0x4350524D;

  private static final int FORMAT = 1;

  /** Odds are kept in steps of a twentieth. */
  private static final float ODDS_STEP = 20;

  /** Keeps a copy of the names. */
  public ModelFile {
    features = List.copyOf(features);
  }

  /** How to read one kind of model from a stream; {@code name} is for errors. */
  @FunctionalInterface
  public interface Reading<S, T> {
    /** Reads it from {@code in} to its end. */
    T read(String name, S in) throws IOException;
  }

  /**
   * Returns the model that is packed into the jar as {@code file}, beside the class {@code owner}.
   *
   * @param reading how to read it
   * @throws UncheckedIOException if it is not there or can't be read
   */
  public static <T> T bundled(Class<?> owner, String file, Reading<InputStream, T> reading) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file + " is not in the jar; see training/README.md");
      }
      return reading.read(file, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file whose first two numbers are {@code magic} and {@code format}.
   *
   * @param kind what the file should be, for errors
   * @throws IOException if it is something else, of another format, or ends too early
   */
  public static <T> T read(
      String name,
      InputStream stream,
      String kind,
      int magic,
      int format,
      Reading<DataInputStream, T> rest)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    try {
      if (in.readInt() != magic) {
        throw new IOException(name + " is not " + kind);
      }
      int found = in.readInt();
      if (found != format) {
        throw new IOException(
            name + " has format " + found + ", this version reads " + format + "; train it again");
      }
      return rest.read(name, in);
    } catch (EOFException early) {
      throw new IOException(
          name + " ends too early; train it again, see training/README.md", early);
    }
  }

  /**
   * Reads a model and checks that it asks for {@code expected} features.
   *
   * @throws IOException if it is no model, of another format, or asks for other features
   */
  public static ModelFile read(String name, InputStream stream, List<String> expected)
      throws IOException {
    return read(name, stream, "a Coupure model", MAGIC, FORMAT, (n, in) -> read(n, in, expected));
  }

  private static ModelFile read(String name, DataInputStream in, List<String> expected)
      throws IOException {
    String trained = in.readUTF();
    String summary = in.readUTF();
    List<String> features = names(in);
    if (!features.equals(expected)) {
      throw new IOException(
          name
              + " was trained on other features ("
              + difference(features, expected)
              + "); train it again, see training/README.md");
    }
    WordOdds odds = odds(in);
    return new ModelFile(trained, summary, features, odds, TreeModel.read(in, features.size()));
  }

  private static List<String> names(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static WordOdds odds(DataInputStream in) throws IOException {
    int count = in.readInt();
    WordOdds.Builder odds = new WordOdds.Builder();
    for (int i = 0; i < count; i++) {
      long word = in.readLong();
      odds.addValue(word, in.readByte() / ODDS_STEP);
    }
    return odds.build();
  }

  private static String difference(List<String> found, List<String> expected) {
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        return "number " + i + " is " + found.get(i) + ", expected " + expected.get(i);
      }
    }
    return found.size() + " of them, expected " + expected.size();
  }
}
