package org.coupure.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.store.ArticleStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser; skipped where there is none. */
@Tag("browser")
class ServePageTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final String SITE = "https://www.valley.example/";

  @TempDir static Path folder;

  private static Browser browser;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Browser.place() != null, "there is no Chromium here: the page is not tested in a browser");
    Path pages = Files.createDirectories(folder.resolve("pages"));
    StringBuilder list = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      Files.writeString(pages.resolve(i + ".html"), story(i));
      list.append("{\"file\":\"" + i + ".html\",\"url\":\"" + SITE + i + "\"}\n");
    }
    Files.writeString(pages.resolve("index.jsonl"), list);
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("old.yaml"),
        "match:\n  hosts: www.valley.example\n  paths: /6\ncontent: .gone-since\n");
    Path file = folder.resolve("store.sqlite");
    try (ArticleStore store = ArticleStore.open(file, notice -> {})) {
      store.add(StoreRoutesTest.record("bridge", "The bridge was closed.", "2026-03-01"));
      store.add(StoreRoutesTest.record("bridge", "The bridge was opened.", "2026-03-02"));
      store.commit();
    }
    service = RunningService.with(List.of(rules), pages, file);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
      service.close();
    }
  }

  @BeforeEach
  void forget() {
    browser.requests.clear();
    browser.complaints.clear();
  }

  @AfterEach
  void complainsOfNothingAndAsksNobodyElse() {
    assertThat(browser.complaints).isEmpty();
    assertThat(browser.requests)
        .allMatch(
            url ->
                url.startsWith(service.url(""))
                    || url.startsWith("data:")
                    || url.startsWith("blob:"));
  }

  private static String story(int number) {
    String text =
        "<p>On day %d the council of the valley met in the old school and spoke about the bridge,"
            + " which the flood had taken away in the spring of the year before.</p>";
    return "<!doctype html><html lang=en><head><title>Story "
        + number
        + " - The Valley</title><style>body{font-family:serif;margin:2em} .fact-box{border:1px solid}"
        + "</style></head><body><header><nav><a href=/>Home</a> <a href=/news>News</a></nav></header>"
        + "<main><article class=story><h1 class=story-title>Story "
        + number
        + "</h1><p class=story-byline>By Jane Roe</p><div class=story-text>"
        + text.formatted(number).repeat(2)
        + text.formatted(number + 10)
        + "</div><div class=fact-box><p>The valley is a weekly paper that is made by eleven people who"
        + " live in it, and it is sold in nine shops and by post.</p></div><div class=story-text>"
        + text.formatted(number + 20)
        + "</div></article></main><footer><p>Copyright The Valley</p></footer></body></html>";
  }

  private static void open(String language, int width, int height) {
    browser.show(service.url("/"), width, height);
    browser.eval("localStorage.setItem('coupure-language', '" + language + "')");
    browser.show(service.url("/?" + System.nanoTime()), width, height);
  }

  private static void paste(String html, String url) {
    browser.eval(
        "document.getElementById('result').replaceChildren(); document.getElementById('html').value = "
            + HttpCall.JSON.writeValueAsString(html)
            + "; document.getElementById('url').value = '"
            + url
            + "'; document.querySelector('.ask button').click()");
    browser.until(
        "document.querySelector('.summary') && document.querySelectorAll('.block').length");
    browser.until(
        "document.querySelector('.frame')?.contentDocument?.querySelector('[data-coupure]')");
  }

  @Test
  void showsWhoDecidedAndWhyBesideThePage() {
    open("en", 1280, 900);
    paste(story(1), SITE + "1");
    browser.eval("[...document.querySelectorAll('.block.keep .head')][0].click()");

    JsonNode chosen = browser.eval("document.querySelector('.block.on').innerText");
    assertThat(chosen.asString()).contains("kept", "model", "The model takes it for text", "%");
    assertThat(
            browser
                .eval(
                    "document.querySelector('.frame').contentDocument.querySelectorAll('.coupure-on').length")
                .asInt())
        .isEqualTo(1);
    assertThat(browser.eval("document.querySelector('table').innerText").asString())
        .contains("title", "Story 1");
  }

  @Test
  void aClickInThePageChoosesTheBlock() {
    open("en", 1280, 900);
    paste(story(2), SITE + "2");
    browser.eval(
        "document.querySelector('.frame').contentDocument.querySelector('.fact-box p').click()");

    assertThat(browser.eval("document.querySelector('.block.on .text').innerText").asString())
        .startsWith("The valley is a weekly paper");
  }

  @Test
  void aRuleGrowsFromMarksAndIsSavedWithItsTest() {
    open("en", 1280, 900);
    paste(story(3), SITE + "3");
    browser.eval(
        "document.querySelector('.frame').contentDocument.querySelector('.fact-box p').click()");
    browser.eval("document.querySelector('.more [data-as=junk]').click()");
    browser.until("document.querySelector('.effect')?.innerText.includes('pages')");

    assertThat(browser.eval("document.getElementById('rule').value").asString())
        .contains("remove:", ".fact-box", "lacks: The valley is a weekly paper");
    browser.eval(
        "[...document.querySelectorAll('.teachPanel button')].find(b => b.innerText === 'Save').click()");
    browser.until("document.querySelector('.effect .good[role=status]')");
    assertThat(folder.resolve("rules/valley.example.yaml")).exists();
    assertThat(folder.resolve("rules/tests/valley.example-1.html")).exists();
    paste(story(4), SITE + "4");
    assertThat(
            browser
                .eval(
                    "[...document.querySelectorAll('.block.keep .text')].some(p => p.textContent.startsWith('The valley is'))")
                .asBoolean())
        .isFalse();
  }

  @Test
  void theKeyboardIsEnough() {
    open("en", 1280, 900);
    paste(story(5), SITE + "5");
    browser.eval("document.querySelector('.block .head').focus()");
    browser.press("ArrowDown", 40);
    browser.press("ArrowDown", 40);
    browser.eval("document.activeElement.click()");

    assertThat(browser.eval("document.activeElement.getAttribute('aria-expanded')").asString())
        .isEqualTo("true");
    assertThat(browser.eval("document.activeElement.closest('li').dataset.index").asString())
        .isEqualTo("2");
  }

  @Test
  void showsWhatIsDeadInRules() {
    open("en", 1280, 900);
    browser.eval("location.hash = '#/health'");
    browser.until("document.querySelector('main h1')?.innerText.includes('rules')");
    browser.eval("document.querySelector('main button.primary').click()");
    browser.until("document.querySelector('.badge')");

    assertThat(browser.eval("document.querySelector('main').innerText").asString())
        .contains("old", "needs a look", ".gone-since");
  }

  @Test
  void findsRecordsOfTheStoreAndShowsTheirRevisions() throws Exception {
    open("en", 1280, 900);
    browser.eval("location.hash = '#/search'");
    browser.until("document.querySelector('.hits article')");
    browser.eval(
        "document.getElementById('q').value = 'bridge'; document.querySelector('[role=search] button').click()");
    browser.until("document.querySelector('.hits mark')");
    browser.eval("document.querySelector('.hits article button').click()");
    browser.until("document.querySelector('.hits details')");
    browser.eval("document.querySelector('.hits details').open = true");
    browser.screenshot(SHOTS.resolve("search-1280.png"));

    assertThat(browser.eval("document.querySelector('.hits del').textContent").asString())
        .contains("was closed");
    assertThat(serious()).isEmpty();
  }

  @Test
  void reportsStandAloneAndStayUsableWithTwentyThousandBlocks() throws Exception {
    Path page = folder.resolve("long.html");
    Path report = folder.resolve("report.html");
    String more = "<p>This is a paragraph of a very long page about nothing at all.</p>";
    Files.writeString(page, story(1).replace("</article>", more.repeat(20_000) + "</article>"));
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.coupure.cli.Main",
                "explain",
                page.toString(),
                "--html",
                report.toString())
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    made.waitFor();
    browser.showFile(report, 1280, 900);
    long start = System.nanoTime();
    browser.eval("document.querySelector('.fields a').click()");
    browser.eval("document.querySelectorAll('.block')[15000].click()");
    browser.screenshot(SHOTS.resolve("report-1280.png"));

    assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(15);
    assertThat(browser.eval("document.querySelectorAll('.block').length").asInt())
        .isGreaterThan(20_000);
    assertThat(browser.requests).allMatch(url -> url.startsWith("file:"));
    browser.requests.clear();
  }

  @Test
  void speaksFrench() {
    open("fr", 1280, 900);
    paste(story(1), SITE + "1");

    assertThat(browser.eval("document.documentElement.lang").asString()).isEqualTo("fr");
    assertThat(browser.eval("document.querySelector('main').textContent").asString())
        .contains("L’article a été trouvé", "Le modèle le prend pour du texte");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    open("en", 1280, 900);
    JsonNode keys =
        browser.eval(
            "Promise.all(['en', 'fr'].map(l => import(`/page/${l}.js`))).then(all =>"
                + " all.map(m => Object.keys(m.default).sort().join()))");

    assertThat(keys.get(0)).isEqualTo(keys.get(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280, 1920})
  void fitsTheScreenAndHasNoSeriousFaults(int width) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      open("en", width, 900);
      paste(story(1), SITE + "1");
      browser.eval("document.querySelector('.block.keep .head').click()");
      String name = width + (dark ? "-dark" : "") + ".png";
      browser.eval("scrollTo(0, 0)");
      browser.screenshot(SHOTS.resolve("top-" + name));
      browser.eval("document.querySelector('.pair').scrollIntoView()");
      browser.screenshot(SHOTS.resolve("pair-" + name));
      assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      assertThat(serious()).isEmpty();
    }
    browser.dark(false);
  }

  private static List<String> serious() throws Exception {
    try (InputStream axe = ServePageTest.class.getResourceAsStream(AXE)) {
      Assumptions.assumeTrue(axe != null, "axe-core is not on the class path");
      browser.eval(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
    }
    return browser
        .eval(
            "axe.run(document, {iframes: false}).then(r => r.violations.filter(v => ['serious','critical']"
                + ".includes(v.impact)).map(v => v.id + ' ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')))")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static final String AXE = "/axe.min.js";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>parent.document.title='pwned'; fetch('https://evil.example/')</script>",
        "<img src=x onerror=\"parent.document.title='pwned'\"><svg onload=\"parent.document.title='pwned'\"><script>parent.document.title='pwned'</script></svg>",
        "<a href=\"javascript:parent.document.title='pwned'\" id=go>Go</a>",
        "<form action=https://evil.example/><button id=go>Send</button></form>",
        "<iframe src=https://evil.example/></iframe><object data=https://evil.example/></object><embed src=https://evil.example/>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href=https://evil.example/>",
        "<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example/y.css'; body{background:url(https://evil.example/z.png)}</style>",
        "<div style='position:fixed;inset:0;z-index:9999999;background:#f00'>covers all</div>",
        "<style>*{display:none!important}</style>",
        "<p>\u202e\u2066\u2067 turned around \u202e</p>",
        "<p>&lt;img src=x onerror=\"parent.document.title='pwned'\"&gt; {{token}} ${1}</p>",
        "<a href=https://evil.example/ target=_top id=go>Go</a><area href=https://evil.example/>",
        "<math><mtext></p><style><img src=x onerror=\"parent.document.title='pwned'\"></style></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=parent.document.title='pwned'>\"></noscript>"
      })
  void hostilePagesAreShownWithoutEffect(String html) {
    open("en", 1280, 900);
    paste(story(1).replace("<main>", html + "<main>"), SITE + "1");
    browser.eval("document.querySelector('.frame').contentDocument.getElementById('go')?.click()");
    browser.eval("new Promise(done => setTimeout(done, 150))");

    browser.eval("scrollTo(0, 0)");
    assertThat(browser.eval("document.title").asString()).isEqualTo("Inspect – Coupure");
    assertThat(
            browser
                .eval("document.querySelector('.frame').contentDocument.location.href")
                .asString())
        .contains("/v1/snapshots/");
    assertThat(
            browser
                .eval("document.elementFromPoint(40, 20).closest('header') !== null")
                .asBoolean())
        .isTrue();
  }

  @Test
  void fiveMegabytesAndTwentyThousandBlocksStayUsable() {
    open("en", 1280, 900);
    String long_ = "<p>This is a paragraph of a very long page about nothing. ".repeat(4) + "</p>";
    long start = System.nanoTime();
    paste(story(1).replace("</article>", long_.repeat(5_000) + "</article>"), SITE + "1");
    browser.until("document.querySelectorAll('.block').length > 20000");

    assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(60);
    browser.eval("[...document.querySelectorAll('.head')][15000].click()");
    assertThat(browser.eval("document.querySelectorAll('.block.on').length").asInt()).isEqualTo(1);
  }
}
