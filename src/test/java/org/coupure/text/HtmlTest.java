package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesWhatMeansSomethingToHtml() {
    assertThat(Html.escape("<a href=\"x\" title='y'>&amp;</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    assertThat(Html.escape("plain text, été, 日本, 😀\n\t")).isEqualTo("plain text, été, 日本, 😀\n\t");
  }

  @Test
  void replacesWhatXmlForbids() {
    assertThat(Html.escape("a\u0000b\u001Bc\u009Bd\uFFFEe\uFFFFf\uFFFDg\r"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFD");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(Html.escape("\uD83D")).isEqualTo("\uFFFD");
    assertThat(Html.escape("\uD83Dx")).isEqualTo("\uFFFDx");
    assertThat(Html.escape("\uDE00x")).isEqualTo("\uFFFDx");
    assertThat(Html.escape("x\uDE00")).isEqualTo("x\uFFFD");
    assertThat(Html.escape("x\uD83D\uDE00y")).isEqualTo("x\uD83D\uDE00y");
  }
}
