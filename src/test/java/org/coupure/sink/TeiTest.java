package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.coupure.article.Clip;
import org.coupure.article.PassageKind;
import org.coupure.record.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class TeiTest {
  private static final Schema SCHEMA = schema();

  @TempDir Path folder;

  private static Schema schema() {
    try {
      URL file = Objects.requireNonNull(TeiTest.class.getResource("tei-subset.xsd"));
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsToTheSchema() {
    for (Clip clip : new Clip[] {Clips.full(), Clips.minimal(), Clips.failed()}) {
      assertValid(new String(TeiDocument.alone(clip), StandardCharsets.UTF_8));
    }
  }

  @Test
  void keepsToTheSchemaAsACorpus() throws IOException {
    String corpus = written(Clips.full(), Clips.of("a", "Un", "Deux."));

    assertValid(corpus);
    assertThat(corpus.split("<TEI>", -1)).hasSize(3);
    assertValid(written());
  }

  @Test
  void writesTitleAuthorsDayAndPassages() {
    String xml = new String(TeiDocument.alone(Clips.full()), StandardCharsets.UTF_8);

    assertThat(xml)
        .contains(
            "<title type=\"main\">Le pont rouvre</title>\n<title type=\"sub\">Après deux ans</title>")
        .contains("<author>Anne Dupré</author>\n<author>Léo Martin</author>")
        .contains("<date when=\"2024-03-04\">2024-03-04T07:30:00+01:00</date>")
        .contains("<text xml:lang=\"fr\">")
        .contains("<p>Le pont rouvre.</p>\n</div>\n<div>\n<head>Le chantier</head>")
        .contains("<list>\n<item>un point</item>\n</list>\n<quote>Enfin !</quote>")
        .contains("<row><cell>Année</cell>\n<cell>Coût</cell>\n</row>")
        .contains("<figDesc>Le pont, hier</figDesc>");
  }

  @Test
  void escapesWhatXmlCannotHold() throws IOException {
    String text = "a < b & \"c\" \u0001\u0000\uFFFF\uD83D ]]> 😀";
    String corpus = written(Clips.ofBody(Clips.passage(PassageKind.PARAGRAPH, text)));

    assertValid(corpus);
    assertThat(corpus).contains("<p>a &lt; b &amp; &quot;c&quot; ���� ]]&gt; 😀</p>");
  }

  @Test
  void givesEachRecordItsFileInAFolder() throws IOException {
    try (ArticleSink sink =
        Sinks.open(
            Format.TEI, folder.toString(), SinkOptions.of(OutputStream.nullOutputStream()))) {
      sink.accept(Clips.of("a", "Un", "Deux."));
    }

    assertValid(Files.readString(folder.resolve("a.tei.xml")));
  }

  @Test
  void goesOnInACorpusThatIsThere() throws IOException {
    Path file = folder.resolve("all.tei.xml");
    for (String id : new String[] {"a", "b"}) {
      SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream());
      try (ArticleSink sink = Sinks.open(null, file.toString(), options)) {
        sink.accept(Clips.of(id, "Un", "Deux."));
      }
    }

    assertValid(Files.readString(file));
    assertThat(Files.readString(file)).contains(">a</idno>").contains(">b</idno>");
  }

  @Test
  void cannotGrowRecordByRecord() {
    SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream()).withJournal();

    assertThatThrownBy(() -> Sinks.open(null, folder.resolve("a.tei.xml").toString(), options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "one TEI document can't grow record by record; name it .jsonl, or a folder");
  }

  private static void assertValid(String xml) {
    StreamSource source =
        new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThatCode(() -> SCHEMA.newValidator().validate(source)).as(xml).doesNotThrowAnyException();
  }

  private static String written(Clip... clips) throws IOException {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    try (ArticleSink sink = Sinks.open(Format.TEI, null, SinkOptions.of(stdout))) {
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
    return stdout.toString(StandardCharsets.UTF_8);
  }
}
