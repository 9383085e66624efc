package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Duplicate;
import org.coupure.article.Explanation;
import org.coupure.record.Clips;
import org.coupure.record.RecordWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records for the tests of servers. */
public final class ServerRecords {
  private ServerRecords() {}

  /** Returns clips of all kinds: with every field, with none, with texts of many scripts. */
  public static List<Clip> clips(int count) {
    List<Clip> clips = new ArrayList<>();
    clips.add(plain(Clips.full()));
    clips.add(Clips.minimal());
    Clip failed = Clips.failed();
    clips.add(
        Clip.failed(
            failed.input(), failed.reason(), "an image", failed.requireArticle().withId("failed")));
    for (int i = clips.size(); i < count; i++) {
      clips.add(clip("id" + i, "Le pont, 東京 n° " + i + " 😀", "\"Texte\" \\ n° " + i));
    }
    return clips;
  }

  private static Clip plain(Clip clip) {
    Article article = clip.requireArticle();
    return Clips.clipped(article.toBuilder().explanation(Explanation.NONE).build());
  }

  /** Returns a clip whose text has a hash of its own. */
  public static Clip clip(String id, String title, String text) {
    Article article = Clips.of(id, title, text).requireArticle();
    String hash = String.format("%016x", text.hashCode() & 0xffffffffL);
    return Clips.clipped(
        article.toBuilder().duplicate(new Duplicate(hash, hash, null, null)).build());
  }

  /** Returns a clip of so many bytes that no compression makes smaller. */
  public static Clip large(String id, int bytes) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < bytes / 2) {
      text.append((char) ('!' + random.nextInt(90)));
    }
    return clip(id, "Long", text.toString().replace('<', '.'));
  }

  /** Returns a sink as a run with a journal opens it. */
  public static ArticleSink journaled(String out, Consumer<String> notices) throws IOException {
    SinkOptions options =
        SinkOptions.of(OutputStream.nullOutputStream()).withJournal().withNotices(notices);
    ArticleSink sink = Sinks.open(null, out, options);
    assert sink.recover(List.of()).isEmpty();
    return sink;
  }

  /** Writes clips and waits until they are safe. */
  public static void write(ArticleSink sink, List<Clip> clips) throws IOException {
    for (Clip clip : clips) {
      sink.write(sink.plan(clip));
    }
    sink.force();
  }

  public static JsonNode record(Clip clip) {
    byte[] record = RecordWriter.compact().write(clip);
    return JsonMapper.shared().readTree(new String(record, StandardCharsets.UTF_8));
  }
}
