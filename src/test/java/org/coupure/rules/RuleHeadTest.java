package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleHeadTest {
  @Test
  void keepsWhatTellsThePagesAndTheLinesItStandsOn() {
    String text =
        """
        # Of the valley
        content: .text
        match:
          hosts: example.org

          # and no other
        remove:
        - .ad
        - .match
        valid: {from: 2024-01-01}
        extends:
        - base
        tests:
          - url: https://example.org/
        """;

    assertThat(RuleHead.of(text))
        .isEqualTo(
            """


            match:
              hosts: example.org

              # and no other



            valid: {from: 2024-01-01}
            extends:
            - base


            """);
  }

  @Test
  void windowsLinesAreLines() {
    assertThat(RuleHead.of("content: .a\r\nmatch:\r\n  hosts: example.org\r\ntitle: h1"))
        .isEqualTo("\nmatch:\r\n  hosts: example.org\r\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{match: {hosts: example.org}, content: .a}\n",
        "---\nmatch: {hosts: example.org}\ncontent: .a\n",
        "match: {hosts: example.org}\ncontent: .a\n...\n",
        "\uFEFFmatch: {hosts: example.org}\ncontent: .a\n",
        "'match': {hosts: example.org}\ncontent: .a\n",
        "match : {hosts: example.org}\ncontent: .a\n",
        "match: {hosts: example.org}\ncontents: .a\n",
        "match: {hosts: example.org}\nmatch: {hosts: example.net}\ncontent: .a\n",
        "match: {\nhosts: example.org}\ncontent: .a\n",
        "content: 'a\nvalid: {until: 2020-01-01}'\nmatch: {hosts: example.org}\n",
        "content: 'a\n\n  b'\nmatch: {hosts: example.org}\n",
        "match: {hosts: example.org}\ncontent: [.a,\n.b]\n",
        "match: {hosts: example.org}\n\tcontent: .a\n",
      })
  void whatIsLaidOutInAnotherWayIsReadAsAWhole(String text) {
    assertThat(RuleHead.of(text)).isSameAs(text);
  }

  @Test
  void textOverSeveralLinesIsNotTakenForKeys() {
    assertThat(RuleHead.of("phrases: |\n  match: a\n\n  extends: b\nmatch: {hosts: example.org}\n"))
        .isEqualTo("\n\n\n\nmatch: {hosts: example.org}\n");
  }
}
