package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
  private static List<String> split(String line) {
    return RenderCommand.parse(line).words();
  }

  @Test
  void splitsAsAShellDoes() {
    assertThat(split(" a  'b c' \"d \\\" e\" f\\ g '' h'i'\"j\" {url}"))
        .containsExactly("a", "b c", "d \" e", "f g", "", "hij", "{url}");
  }

  @Test
  void knowsNothingElseOfAShell() {
    assertThat(split("a $HOME * `b` ;c '\\n' \"\\n\" {url}"))
        .containsExactly("a", "$HOME", "*", "`b`", ";c", "\\n", "\\n", "{url}");
  }

  @Test
  void fillsWhatItKnowsOnce() {
    RenderCommand command = RenderCommand.parse("b --at={url} {x} {profile} { }");

    assertThat(command.filled(Map.of("{url}", "http://a/{profile}", "{profile}", "/tmp/p")))
        .containsExactly("b", "--at=http://a/{profile}", "{x}", "/tmp/p", "{", "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b | the command does not say where the address goes; expected {url} in it, such as chromium"
            + " --headless --dump-dom {url}",
        "`` | the command is empty; expected one such as chromium --headless --dump-dom {url}",
        "{url} | the command begins with {url}, which is no program",
        "b 'x {url} | the quote ' is not closed in b 'x {url}",
        "sh -c 'b {url}' | {url} stands inside \"b {url}\"; it must be a word of its own",
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> RenderCommand.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
