package org.coupure.tika;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ToXMLContentHandler;
import org.junit.jupiter.api.Test;
import org.xml.sax.ContentHandler;

class CoupureParserTest {
  private static final Path SITES = Path.of("../../fixtures/sites");

  @Test
  void tikaTakesItForHtmlAndGetsTheArticleAlone() throws Exception {
    Metadata metadata = new Metadata();

    String text = parse(page("www.oueme-live.example"), metadata, new BodyContentHandler(-1));

    assertThat(metadata.getValues("X-TIKA:Parsed-By")).contains("org.coupure.tika.CoupureParser");
    assertThat(text).contains("Poutine").hasSizeBetween(300, 5_000);
    assertThat(metadata.get(TikaCoreProperties.TITLE)).isNotBlank();
    assertThat(metadata.get(TikaCoreProperties.LANGUAGE)).isEqualTo("fr");
    assertThat(metadata.get(CoupureParser.OUTCOME)).isEqualTo("clipped");
    assertThat(metadata.get(CoupureParser.REASON)).isNull();
  }

  @Test
  void passagesAreXhtml() throws Exception {
    String xhtml =
        parse(page("www.oueme-live.example"), new Metadata(), new ToXMLContentHandler());

    assertThat(xhtml).contains("<h1>").contains("<p>").doesNotContain("<script");
  }

  @Test
  void aPageWithoutAnArticleSaysWhy() throws Exception {
    Metadata metadata = new Metadata();
    InputStream page = stream("<html><body><p>You need to enable JavaScript to run this app.</p></body></html>");

    assertThat(parse(page, metadata, new BodyContentHandler())).isBlank();
    assertThat(metadata.get(CoupureParser.OUTCOME)).isEqualTo("empty");
    assertThat(metadata.get(CoupureParser.REASON)).isEqualTo("needs-scripts");
  }

  @Test
  void plainTextIsLeftToTika() throws Exception {
    Metadata metadata = new Metadata();

    parse(stream("Only a line of text."), metadata, new BodyContentHandler());

    assertThat(metadata.get(CoupureParser.OUTCOME)).isNull();
  }

  private static String parse(InputStream page, Metadata metadata, ContentHandler handler)
      throws Exception {
    new AutoDetectParser().parse(page, handler, metadata, new ParseContext());
    return handler.toString();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream page(String site) throws Exception {
    try (Stream<Path> files = Files.walk(SITES.resolve(site))) {
      return stream(
          Files.readString(
              files.filter(file -> file.endsWith("page.html")).findFirst().orElseThrow()));
    }
  }
}
