package org.coupure.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.coupure.text.Hash64;

/**
 * A model file of two features and two trees, written as the training program writes it: one tree
 * of two nodes, one of a single leaf.
 */
public final class TinyModel {
  private int magic = 0x4350524D;
  private int format = 1;
  private String[] features = {"a", "b"};

  public TinyModel magic(int value) {
    magic = value;
    return this;
  }

  public TinyModel format(int value) {
    format = value;
    return this;
  }

  public TinyModel features(String... names) {
    features = names;
    return this;
  }

  public byte[] bytes() {
    try {
      Bytes out = new Bytes();
      out.ints(magic, format).text("2024-05-06").text("two pages").ints(features.length);
      for (String feature : features) {
        out.text(feature);
      }
      out.ints(2).odds("entry", 30).odds("menu", -40);
      out.ints(2);
      out.shorts(2, 3).node(0, 1f, ~0, 1, 15f).node(1, 5f, ~1, ~2, 24f).floats(10, 20, 30);
      out.shorts(0, 1).floats(.25f);
      return out.bytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Bytes written one kind of value after another. */
  public static final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    public Bytes ints(int... values) throws IOException {
      for (int value : values) {
        out.writeInt(value);
      }
      return this;
    }

    public Bytes shorts(int... values) throws IOException {
      for (int value : values) {
        out.writeShort(value);
      }
      return this;
    }

    public Bytes floats(float... values) throws IOException {
      for (float value : values) {
        out.writeFloat(value);
      }
      return this;
    }

    public Bytes text(String text) throws IOException {
      out.writeUTF(text);
      return this;
    }

    public Bytes odds(String word, int twentieths) throws IOException {
      out.writeLong(Hash64.of(word));
      out.writeByte(twentieths);
      return this;
    }

    public Bytes node(int feature, float threshold, int left, int right, float mean)
        throws IOException {
      out.writeShort(feature);
      out.writeFloat(threshold);
      out.writeShort(left);
      out.writeShort(right);
      out.writeFloat(mean);
      return this;
    }

    public byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
