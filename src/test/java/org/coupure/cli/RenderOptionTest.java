package org.coupure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coupure.fetch.FakeBrowser;
import org.coupure.fetch.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RenderOptionTest {
  private static final String TEXT =
      "<p>Le troisième pont de la vallée rouvre lundi matin à la circulation, a dit la mairie du"
          + " port dans un communiqué publié la veille. Les travaux ont duré onze mois, et les"
          + " habitants de la rive gauche attendent ce jour depuis longtemps.</p>"
          + "<p>Les autobus reprennent leur trajet d’avant dès la première heure, et les camions"
          + " devront attendre encore une semaine pour passer d’une rive à l’autre.</p>";

  private static final String EMPTY =
      "<!doctype html><html lang=fr><head><title>Pont</title></head><body><div id=app></div>"
          + "<script>document.getElementById('app').innerHTML = '<article>' + %s + '</article>'"
          + "</script></body></html>";

  @TempDir Path folder;

  @BeforeEach
  void servePages() {
    String encoded = TEXT.replace("<", "\\u003c").replace("’", "\\u2019");
    FakeSite.serve("/app", EMPTY.formatted("\"" + encoded + "\""));
    FakeSite.serve("/full", "<!doctype html><html lang=fr><title>Pont</title><article>" + TEXT);
  }

  /** Returns a command whose browser prints a page with the text. */
  private String browser() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, "<html lang=fr><title>Pont</title><article>" + TEXT, UTF_8);
    return command("cat '" + page + "'");
  }

  private String command(String script) throws IOException {
    return "'" + String.join("' '", FakeBrowser.words(folder, script)) + "'";
  }

  private static Session fetch(String path, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "fetch";
    words[1] = "--allow-private";
    words[2] = FakeSite.url(path);
    System.arraycopy(more, 0, words, 3, more.length);
    return Session.of(words);
  }

  @Test
  void rendersAPageThatIsEmptyWithoutScripts() throws IOException {
    Session session = fetch("/app", "--render", browser());

    assertThat(session.out()).contains("Le troisième pont").contains("\"flags\":[\"rendered\"]");
    assertThat(session.err()).startsWith("1 page: 1 clipped; rendered 1; ");
    assertThat(session.code()).isZero();
  }

  @Test
  void rendersNothingUnlessAsked() throws IOException {
    assertThat(fetch("/app").err()).contains(": no-text: ");
    assertThat(fetch("/full", "--render", browser()).err())
        .startsWith("1 page: 1 clipped; ")
        .doesNotContain("rendered");
    assertThat(fetch("/app", "--render", browser(), "--render-when", "rule").err())
        .contains(": no-text: ");
  }

  @Test
  void rendersWhereARuleAsks() throws IOException {
    Files.writeString(
        folder.resolve("site.yaml"), "match: {hosts: 127.0.0.1}\nrender: true\n", UTF_8);
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.move(folder.resolve("site.yaml"), rules.resolve("site.yaml"));

    Session session =
        fetch("/full", "--rules", rules.toString(), "--render", browser(), "--render-when", "rule");

    assertThat(session.err()).startsWith("1 page: 1 clipped; rendered 1; ");
  }

  @Test
  void keepsTheTextOfAPageThatCouldNotBeRendered() throws IOException {
    Session session =
        fetch("/full", "--render", command("exit 7"), "--render-when", "always", "-v");

    assertThat(session.out()).contains("Le troisième pont").contains("\"render-failed\"");
    assertThat(session.err())
        .contains("/bin/sh ended with exit code 7")
        .contains("1 page: 1 clipped; failed to render 1; ");
  }

  @Test
  void saysWhyAnEmptyPageStaysEmpty() {
    Session session = fetch("/app", "--render", "no-such-browser {url}");

    assertThat(session.err())
        .startsWith(
            FakeSite.url("/app")
                + ": render-failed: no-such-browser could not be started; is it installed, and can"
                + " it be run? (")
        .contains("1 page: 1 failed; failed to render 1; ");
  }

  @Test
  void keepsThePageThatTheTextIsOf() throws IOException {
    Path raw = folder.resolve("raw.warc");

    fetch("/app", "--render", browser(), "--save", raw.toString());

    assertThat(Files.readString(raw, UTF_8))
        .contains("coupure-rendered: true")
        .contains("Le troisième pont");
  }

  @Test
  void wantsACommandAndAWord() {
    assertThat(fetch("/app", "--render", "chromium").err())
        .startsWith("coupure: --render: the command does not say where the address goes;");
    assertThat(fetch("/app", "--render-when", "rule").err())
        .startsWith("coupure: --render-when needs --render, the command.");
    assertThat(fetch("/app", "--render-when", "soon").err())
        .startsWith("coupure: --render-when: empty, rule or always is wanted, not soon.");
  }

  @Test
  void realBrowserGivesThePageItsText() {
    Session session = fetch("/app", "--render", FakeBrowser.chromium());

    assertThat(session.out()).contains("Le troisième pont").contains("\"flags\":[\"rendered\"]");
    assertThat(session.err()).startsWith("1 page: 1 clipped; rendered 1; ");
  }
}
