package org.coupure.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.parse.Outlink;
import org.apache.nutch.parse.Parse;
import org.apache.nutch.parse.ParseUtil;
import org.apache.nutch.protocol.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoupureParserTest {
  private static final Path SITES = Path.of("../../fixtures/sites");
  private static final String URL = "https://www.oueme-live.example/2025/a.html";
  private final Configuration configuration = new Configuration();

  @TempDir Path folder;

  /** As README.md says: the plugin in the plugins' folder, named in two files of conf. */
  @BeforeEach
  void configure() throws Exception {
    Path plugins = folder.resolve("plugins");
    Path points = Files.createDirectories(plugins.resolve("nutch-extensionpoints"));
    Files.writeString(
        points.resolve("plugin.xml"),
        "<plugin id='nutch-extensionpoints' name='points' version='1' provider-name='x'>"
            + "<extension-point id='org.apache.nutch.parse.Parser' name='Parser'/>"
            + "<extension-point id='org.apache.nutch.parse.HtmlParseFilter' name='Filter'/>"
            + "</plugin>");
    Path plugin = Files.createDirectories(plugins.resolve("parse-coupure"));
    Files.copy(Path.of("target/plugins/parse-coupure/plugin.xml"), plugin.resolve("plugin.xml"));
    configuration.set("plugin.folders", plugins.toString());
    configuration.set("plugin.includes", "nutch-extensionpoints|parse-coupure");
    configuration.set("parse.plugin.file", "parse-plugins.xml");
    configuration.setBoolean("plugin.auto-activation", true);
    configuration.setInt("parser.timeout", 60);
  }

  @Test
  void nutchGetsTheArticleAndTheLinks() throws Exception {
    Parse parse = parse(page());

    assertThat(parse.getData().getStatus().isSuccess()).isTrue();
    assertThat(parse.getText()).contains("Poutine").hasSizeBetween(300, 5_000);
    assertThat(parse.getData().getTitle()).isNotBlank();
    assertThat(parse.getData().getParseMeta().get("coupure.outcome")).isEqualTo("clipped");
    assertThat(parse.getData().getParseMeta().get("coupure.language")).isEqualTo("fr");
    assertThat(parse.getData().getOutlinks())
        .isNotEmpty()
        .extracting(Outlink::getToUrl)
        .allMatch(url -> url.startsWith("http"));
  }

  @Test
  void aPageWithoutAnArticleSaysWhy() throws Exception {
    Parse parse = parse("<html><body><p>You need to enable JavaScript to run this app.</p></body></html>");

    assertThat(parse.getText()).isEmpty();
    assertThat(parse.getData().getParseMeta().get("coupure.reason")).isEqualTo("needs-scripts");
  }

  private Parse parse(String html) throws Exception {
    Content content =
        new Content(
            URL,
            URL,
            html.getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            new Metadata(),
            configuration);
    return new ParseUtil(configuration).parse(content).get(URL);
  }

  private static String page() throws Exception {
    try (Stream<Path> files = Files.walk(SITES.resolve("www.oueme-live.example"))) {
      return Files.readString(
          files.filter(file -> file.endsWith("page.html")).findFirst().orElseThrow());
    }
  }
}
