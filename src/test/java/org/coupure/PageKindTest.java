package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.PageKind;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of every kind, as such pages are made; the words are ours. */
class PageKindTest {
  private static final Clipper CLIPPER = Clipper.builder().explain(true).build();

  private static final String PARAGRAPH =
      "<p>The bridge over the river fell in the night, after three days of rain that nobody had"
          + " foreseen, and the mayor said that the road would stay closed until the spring.</p>";

  private static Clip clip(String url, String html) {
    return CLIPPER.clip(Page.builder("page.html", html.getBytes(UTF_8)).url(url).build());
  }

  private static String page(String title, String body) {
    return "<!doctype html><html><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }

  @Test
  void anArticleIsOne() {
    Clip clip =
        clip(
            "https://example.org/news/2024/05/06/bridge-over-the-river-falls.html",
            page(
                "A bridge falls",
                "<article><h1>A bridge falls</h1>" + PARAGRAPH.repeat(12) + "</article>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().pageKind()).isEqualTo(PageKind.ARTICLE);
  }

  @Test
  void aBarePageThatHasLostItsUrlIsAnArticle() {
    String menu = "<header><a href='/'>The Gull</a><a href='/sport'>Sport</a></header>";
    String more = "<div><h2>Most read</h2><ul><li><a href='/1'>A market hall for the old port</a>";
    String story = "<h1>A bridge falls</h1><p>By Ann Lee</p>" + PARAGRAPH.repeat(5);
    Page page =
        Page.builder("saved.html", page("A bridge falls", menu + story + more).getBytes(UTF_8))
            .build();

    assertThat(CLIPPER.clip(page).article().pageKind()).isEqualTo(PageKind.ARTICLE);
  }

  @ParameterizedTest
  @CsvSource({"2, PAYWALLED, STUB", "12, CLIPPED, NONE"})
  void theBeginningOfASoldArticleIsToldFromTheWhole(
      int paragraphs, Outcome outcome, Reason reason) {
    Clip clip =
        clip(
            "https://example.org/news/2024/05/06/bridge-over-the-river-falls.html",
            page(
                "A bridge falls",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                    + "\"A bridge falls\",\"isAccessibleForFree\":false}</script>"
                    + "<article><h1>A bridge falls</h1>"
                    + PARAGRAPH.repeat(paragraphs)
                    + "</article>"));

    assertThat(clip.outcome()).isEqualTo(outcome);
    assertThat(clip.reason()).isEqualTo(reason);
    assertThat(clip.article().text()).contains("the mayor said");
  }

  @Test
  void aSectionIsAnIndexPageAndKeepsItsText() {
    StringBuilder cards = new StringBuilder("<main><h1>Politics</h1>");
    for (int i = 1; i <= 30; i++) {
      cards.append("<div class='teaser card'><h3><a href='/politics/story-");
      cards.append(i).append("'>The parliament votes on bill number ").append(i);
      cards.append(
          " this week</a></h3><p class='teaser-text'>What members of both houses say about");
      cards.append(" it …</p><time>").append(i).append(" May 2024</time></div>");
    }
    Clip clip = clip("https://example.org/category/politics/", page("Politics", cards + "</main>"));

    assertThat(clip.article().pageKind()).isEqualTo(PageKind.INDEX);
    assertThat(clip.outcome()).isEqualTo(Outcome.INDEX_PAGE);
    assertThat(clip.reason()).isEqualTo(Reason.LISTING);
    assertThat(clip.hasText()).isTrue();
  }

  @Test
  void aChallengeIsBlockedAndHasNoText() {
    Clip clip =
        clip(
            "https://example.org/news/story",
            page(
                "Just a moment...",
                "<h1>example.org</h1><p>Verifying you are human. This may take a few seconds.</p>"
                    + "<script>window._cf_chl_opt={cType:'managed'}</script>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(clip.reason()).isEqualTo(Reason.CHALLENGE);
    assertThat(clip.detail())
        .isEqualTo("the page asks to prove to be a person (title: just a moment)");
    assertThat(clip.article().text()).isEmpty();
    assertThat(clip.article().explanation().evidence())
        .anyMatch(e -> e.field().equals("pageKind") && "just a moment".equals(e.where()));
  }

  @Test
  void aChallengeIsKnownByItsScriptToo() {
    Clip clip =
        clip(
            "https://example.org/news/story",
            page("example.org", "<p>One</p><script>window._cf_chl_opt={cType:'x'}</script>"));

    assertThat(clip.reason()).isEqualTo(Reason.CHALLENGE);
    assertThat(clip.detail()).endsWith("(html: _cf_chl_opt)");
  }

  @Test
  void aGuardsMarkOnAPageWithTextIsNoChallenge() {
    Clip clip =
        clip(
            "https://example.org/news/story",
            page(
                "A bridge falls",
                "<script src='https://geo.captcha-delivery.com/tags.js'></script><article>"
                    + "<h1>A bridge falls</h1>"
                    + PARAGRAPH.repeat(8)
                    + "</article>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @Test
  void anArticleAboutAnErrorIsNone() {
    Clip clip =
        clip(
            "https://example.org/blog/page-not-found",
            page(
                "Page not found",
                "<article><h1>Page not found</h1>" + PARAGRAPH.repeat(12) + "</article>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @Test
  void anErrorPageIsEmptyWhateverItOffersBesides() {
    Clip clip =
        clip(
            "https://example.org/news/gone",
            page(
                "Seite nicht gefunden - Beispiel",
                "<h1>Oh nein!</h1><p>Die Seite gibt es nicht mehr.</p><ul>"
                    + "<li><a href='/'>Zur Startseite</a></li><li><a href='/n'>Nachrichten</a></li>"
                    + "</ul>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(clip.reason()).isEqualTo(Reason.ERROR_PAGE);
    assertThat(clip.detail())
        .isEqualTo(
            "the page says that what was asked for is not there (title: seite nicht gefunden)");
  }

  @Test
  void aClassOfTheBodyTellsAnError() {
    String html =
        page("Example", "<h1>Nothing here</h1><p>Try a search?</p>")
            .replace("<body>", "<body class='error404 wp-custom'>");

    assertThat(clip("https://example.org/x", html).reason()).isEqualTo(Reason.ERROR_PAGE);
  }

  @Test
  void aPageThatOnlyAsksForConsentIsBlocked() {
    Clip clip =
        clip(
            "https://example.org/story",
            page(
                "Example",
                "<div id='onetrust-consent-sdk'><h2>We value your choices</h2><p>We and our 712"
                    + " partners store cookies and process personal data such as identifiers for"
                    + " ads and content measurement. You may accept or manage your choices here."
                    + "</p><button>Accept all</button></div><noscript>Please wait</noscript>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(clip.reason()).isEqualTo(Reason.CONSENT);
  }

  @Test
  void aConsentBoxOverAnArticleIsNone() {
    Clip clip =
        clip(
            "https://example.org/story",
            page(
                "A bridge falls",
                "<div class='cookie-consent'><p>We use cookies.</p></div><article><h1>A bridge"
                    + " falls</h1>"
                    + PARAGRAPH.repeat(8)
                    + "</article>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @Test
  void aLiveBlogCallsItselfOne() {
    String data =
        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm\"}"
            + "</script>";
    Clip clip =
        clip(
            "https://example.org/news/storm",
            page("Storm: as it happened", data + "<h1>Storm</h1>" + PARAGRAPH.repeat(8)));

    assertThat(clip.article().pageKind()).isEqualTo(PageKind.LIVE);
    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @Test
  void aVideoWithFewWordsIsOne() {
    String html =
        page("The bridge from the air", "<h1>The bridge from the air</h1>" + PARAGRAPH)
            .replace("</title>", "</title><meta property='og:type' content='video.other'>");

    assertThat(clip("https://example.org/video/1", html).article().pageKind())
        .isEqualTo(PageKind.VIDEO);
  }

  @Test
  void aThreadIsAForum() {
    StringBuilder posts = new StringBuilder("<div id='thread'><h1>Which bicycle?</h1>");
    for (int i = 1; i <= 12; i++) {
      posts.append("<div class='post message'><div class='author username'>rider").append(i);
      posts.append("</div><time>10:0").append(i % 10).append("</time><div class='post-body'><p>I");
      posts.append(" would take number ").append(i).append(", it has better brakes. You ask why?");
      posts.append("</p></div><a href='#r'>Reply</a></div>");
    }
    Clip clip =
        clip(
            "https://forum.example.org/threads/which-bicycle.1234/",
            page("Which bicycle?", posts + "</div>"));

    assertThat(clip.article().pageKind()).isEqualTo(PageKind.FORUM);
    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/local/school-board-votes-1234567.html",
        "https://example.org/news/2025/03/12/the-talk-of-the-town"
      })
  void anInterviewIsNoForum(String url) {
    StringBuilder talk = new StringBuilder("<article><h1>The board's chairwoman speaks</h1>");
    for (int i = 1; i <= 4; i++) {
      talk.append("<p class='question'>Why in year ").append(i).append("?</p>");
      talk.append("<div class='answer'>").append(PARAGRAPH).append("</div>");
    }
    talk.append("</article><section class='comments'><div class='comment'><span class='user'>boat");
    talk.append("</span><time>10:10</time><p>At last.</p></div></section>");

    assertThat(clip(url, page("The board's chairwoman speaks", talk.toString())).article())
        .extracting(article -> article.pageKind())
        .isEqualTo(PageKind.ARTICLE);
  }

  @Test
  void aDumpOfAnErrorPageIsOne() {
    Clip clip = clip(null, "404 Not Found\n\nnginx/1.18.0\n");

    assertThat(clip.article().pageKind()).isEqualTo(PageKind.ERROR);
  }

  @Test
  void aDumpIsAnArticleUnlessItSaysOtherwise() {
    String text = PARAGRAPH.replaceAll("</?p>", "") + "\n\n";
    Clip clip = clip(null, "A bridge falls\n\n" + text.repeat(6));

    assertThat(clip.article().pageKind()).isEqualTo(PageKind.ARTICLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
        "<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>",
        "<p>Включите JavaScript, чтобы продолжить.</p>",
        "<h1>Example News</h1><p>Chargement…</p>",
        "<p>読み込み中...</p>"
      })
  void aShellOfScriptsIsEmptyUntilTheyRun(String html) {
    Clip clip = clip("https://example.org/x", "<html><body>" + html);

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(clip.reason()).isEqualTo(Reason.NEEDS_SCRIPTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>This page has moved.</p><script>location.replace('/new')</script>",
        "<p>Vous allez être redirigé.</p><script>window.location.assign(\"/new\");</script>",
        "<p>Sie werden weitergeleitet.</p><script>window.top.location.href = '/new';</script>",
        "<p>少々お待ちください</p><script>setTimeout(function(){location='/new'},2000)</script>",
      })
  void aPageWhoseScriptOnlyLeadsOnNamesWhere(String html) {
    Clip clip = clip("https://example.org/x", html);

    assertThat(clip.reason()).isEqualTo(Reason.REDIRECT_PAGE);
    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (top != self) { location.replace('/new'); }",
        "link.onclick = function() { location.href = '/new'; }",
        "var ours = location.href == '/new';",
        "location.href = '#top';",
        "var location = 'Bergen';",
      })
  void aScriptThatMayLeadOnIsNoRedirect(String script) {
    String text = "<h1>Storm</h1><p>The harbour stays shut until noon, the pilot said on Monday.";

    assertThat(clip("https://example.org/x", text + "<script>" + script + "</script>").reason())
        .isNotEqualTo(Reason.REDIRECT_PAGE);
  }

  @Test
  void aPageThatOnlyLeadsOnNamesWhere() {
    Clip clip =
        clip(
            "https://example.org/x",
            "<meta http-equiv=refresh content='0; url=https://example.org/new'><h1>Moved</h1>");

    assertThat(clip.reason()).isEqualTo(Reason.REDIRECT_PAGE);
    assertThat(clip.detail()).contains("https://example.org/new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We and our 9 partners use cookies to process personal data.",
        "Vi och våra 9 partner lagrar cookies på din enhet.",
        "Мы и наши партнеры используем файлы cookie."
      })
  void aConsentDialogWithoutTellingNamesIsAWall(String sentence) {
    String html = "<div class=message><p>" + sentence + "<p><button>OK</button></div>";

    assertThat(clip("https://example.org/x", html).reason()).isEqualTo(Reason.CONSENT);
  }
}
