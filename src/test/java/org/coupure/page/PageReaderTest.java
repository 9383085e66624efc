package org.coupure.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static final PageReader READER = new PageReader(Limits.DEFAULT);

  private static Content read(PageReader reader, byte[] bytes) {
    return reader.read(Page.builder("page.html", bytes).build());
  }

  private static Content read(String text) {
    return read(READER, text.getBytes(UTF_8));
  }

  private static Content.Html html(String text) {
    Content content = read(text);
    assertThat(content).isInstanceOf(Content.Html.class);
    return (Content.Html) content;
  }

  private static Content limited(Limits limits, String text) {
    return read(new PageReader(limits), text.getBytes(UTF_8));
  }

  @Test
  void htmlIsParsedWithItsUrl() {
    Page page =
        Page.builder("page.html", "<p>a <a href=b>b</a></p>".getBytes(UTF_8))
            .url("https://example.com/x/y")
            .build();

    Content.Html html = (Content.Html) READER.read(page);

    assertThat(html.document().select("a").get(0).absUrl("href"))
        .isEqualTo("https://example.com/x/b");
    assertThat(html.decoded().describeCharset()).isEqualTo("UTF-8 (valid-utf8)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not an address", "http://[::1", "http://a b/", "%%%", "://"})
  void oddUrlsDoNotMatter(String url) {
    Page page = Page.builder("a", "<p>a</p>".getBytes(UTF_8)).url(url).build();

    assertThat(READER.read(page)).isInstanceOf(Content.Html.class);
  }

  @Test
  void plainTextIsKeptAsItIs() {
    assertThat(read("Titre\n\nUn paragraphe.\n"))
        .isEqualTo(
            new Content.PlainText(
                new Decoded(
                    "Titre\n\nUn paragraphe.\n", UTF_8, Decoded.Evidence.VALID_UTF8, false)));
  }

  @Test
  void pageThatBeginsWithALongCommentIsHtml() {
    String comment = "<!--\n Page saved with SingleFile\n" + "x".repeat(5_000) + "\n-->";

    assertThat(html(comment + "<html><p>été</p>").document().body().text()).isEqualTo("été");
  }

  @Test
  void xhtmlIsReadAsHtml() {
    String page =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title><script src="a"></script>
        </head><body><p>a<br />b</p></body></html>
        """;

    assertThat(html(page).document().body().wholeText().strip()).isEqualTo("a\nb");
  }

  // Nothing to read

  @Test
  void noBytesAreEmpty() {
    assertThat(read(""))
        .isEqualTo(new Content.Unreadable(Reason.EMPTY_INPUT, "the page has no bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" \n\t\r\n", "\uFEFF", "\uFEFF  \n"})
  void whiteSpaceIsEmpty(String text) {
    assertThat(read(text))
        .isEqualTo(new Content.Unreadable(Reason.EMPTY_INPUT, "the page holds white space only"));
  }

  @Test
  void signaturesOfBinaryFilesAreNamed() {
    assertThat(read("%PDF-1.4\n%âãÏÓ"))
        .isEqualTo(new Content.Unreadable(Reason.BINARY, "the page is a PDF, not HTML or text"));
  }

  @Test
  void randomBytesAreBinary() {
    byte[] bytes = new byte[20_000];
    new Random(7).nextBytes(bytes);

    assertThat(read(READER, bytes))
        .isEqualTo(
            new Content.Unreadable(
                Reason.BINARY, "the page holds control characters as only binary files do"));
  }

  // Limits

  @Test
  void limitsAreThePublishedOnes() {
    assertThat(Limits.DEFAULT).isEqualTo(new Limits(20_000_000, 512, 400_000, 5_000_000));
  }

  @Test
  void tooManyBytesAreNotDecoded() {
    assertThat(limited(new Limits(5, 1, 1, 1), "<p>123"))
        .isEqualTo(
            new Content.Unreadable(Reason.TOO_LARGE, "the page has 6 bytes, the limit is 5"));
  }

  @Test
  void aMillionLinksAreTooManyNodes() {
    assertThat(read("<html>" + "<a href=x>y</a>".repeat(1_000_000)))
        .isEqualTo(
            new Content.Unreadable(
                Reason.TOO_MANY_NODES, "the page has 1000001 tags, the limit is 400000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<B>", "</p>", "</P>", "</br>", "<!---->", "<?x>"})
  void everythingThatMakesANodeCounts(String tag) {
    Limits limits = new Limits(1_000_000, 512, 100, 1_000_000);

    assertThat(limited(limits, "<html>" + tag.repeat(99))).isInstanceOf(Content.Html.class);
    assertThat(limited(limits, "<html>" + tag.repeat(100)))
        .isEqualTo(
            new Content.Unreadable(
                Reason.TOO_MANY_NODES, "the page has 101 tags, the limit is 100"));
  }

  @Test
  void endTagsAndLessThanSignsDoNotCount() {
    Limits limits = new Limits(1_000_000, 512, 2, 1_000_000);

    assertThat(limited(limits, "<html><b>1 < 2 <3 <</b></html>")).isInstanceOf(Content.Html.class);
  }

  @Test
  void tooMuchPlainText() {
    assertThat(limited(new Limits(100, 1, 1, 10), "12345678901"))
        .isEqualTo(
            new Content.Unreadable(
                Reason.TOO_MUCH_TEXT, "the page has 11 characters of text, the limit is 10"));
  }

  @Test
  void tooManyLinesOfPlainTextAreNotJudged() {
    Content content = limited(Limits.DEFAULT, "a line\n".repeat(100_001));

    assertThat(((Content.Unreadable) content).detail())
        .isEqualTo("the text has 100001 lines, the limit is 100000");
  }

  @Test
  void tooMuchTextInHtml() {
    Limits limits = new Limits(1_000, 512, 100, 10);

    assertThat(limited(limits, "<p>123456</p><p>12345</p>"))
        .isEqualTo(
            new Content.Unreadable(
                Reason.TOO_MUCH_TEXT, "the page has 11 characters of text, the limit is 10"));
    assertThat(limited(limits, "<p>12345</p><p>12345</p>")).isInstanceOf(Content.Html.class);
  }

  @Test
  void scriptsAreNoText() {
    Limits limits = new Limits(1_000, 512, 100, 10);

    assertThat(limited(limits, "<p>1</p><script>12345678901</script><!-- 12345678901 -->"))
        .isInstanceOf(Content.Html.class);
  }

  @Test
  void deepPagesAreReadToTheirEnd() {
    Content.Html html = html("<p>top</p>" + "<div>".repeat(100_000) + "bottom");

    assertThat(html.document().body().text()).isEqualTo("top bottom");
  }

  @Test
  void depthIsCapped() {
    Content content = limited(new Limits(1_000, 10, 100, 1_000), "<div>".repeat(50) + "bottom");

    assertThat(((Content.Html) content).document().body().text()).isEqualTo("bottom");
  }

  @Test
  void misnestedFormattingDoesNotMultiply() {
    StringBuilder page = new StringBuilder("<html>");
    for (int i = 0; i < 2_000; i++) {
      page.append("<font size=").append(i).append('>');
    }
    page.append("<p>x".repeat(2_000));

    assertThat(html(page.toString()).document().getAllElements().size()).isLessThan(100_000);
  }

  @Test
  void limitsMustMakeSense() {
    assertThat(catchThrowable(() -> new Limits(1, 1, 0, 1)))
        .hasMessage("limits must be positive: 1, 1, 0, 1");
    assertThat(catchThrowable(() -> new Limits(1, 513, 1, 1)))
        .hasMessage("depth limit must be at most 512, was 513");
  }
}
