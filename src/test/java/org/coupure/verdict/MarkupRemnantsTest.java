package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupRemnantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".box_7 .thumb{border-color:#ccc !important;}",
        "@media (max-width:600px){.box_7{padding:0}}",
        "#menu a{color:red}",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "googletag.cmd.push(function() { googletag.display('div-1'); });",
        "window.dataLayer = window.dataLayer || [];",
        "(function(w,d,s,l,i){w[l]=w[l]||[];"
      })
  void findsStylesAndScripts(String line) {
    assertThat(MarkupRemnants.isCode(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The set {a, b} has two members: a and b.",
        "p { color: red; }",
        "Window. A pane was broken.",
        "function area(w, h) {",
        "var s = document.createElement('script');",
        "He wrote: {no comment}"
      })
  void leavesTextAndListings(String line) {
    assertThat(MarkupRemnants.isCode(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[gallery ids=\"4,5\"]",
        "[vc_row full_width=\"yes\" gap='3']",
        "[caption id=\"a_12\" width=\"800\"]",
        "[/caption]"
      })
  void findsShortcodes(String line) {
    assertThat(MarkupRemnants.isShortcode(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[sic]", "[1]", "[Music plays]", "[He said x=3]", "[b]Bold[/b]"})
  void leavesBrackets(String line) {
    assertThat(MarkupRemnants.isShortcode(line)).isFalse();
  }
}
