package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.coupure.sink.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
  @ParameterizedTest(name = "--out {0} --format {1}, terminal {2}, one input {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, false, true, JSONL",
        "-, -, true, false, JSONL",
        "-, -, true, true, CLIPPINGS",
        "-, json, true, true, JSON",
        "no/such/, -, false, false, CLIPPINGS",
        "no-such, -, false, false, CLIPPINGS",
        "no/such/, md, false, false, MARKDOWN",
        "a.jsonl, -, false, false, JSONL",
        "a.jsonl.gz, -, false, false, JSONL",
        "a.json, -, false, false, JSON",
        "a.csv, -, false, false, CSV",
        "a.MD, -, false, false, MARKDOWN",
        "a.txt, -, false, false, CLIPPINGS",
        "a.txt, CSV, false, false, CSV",
        ".hidden, -, false, false, CLIPPINGS"
      })
  void decidesTheFormat(String out, String form, boolean shown, boolean single, Format expected)
      throws UsageException {
    assertThat(Destination.of(out, form, terminal(shown), single).format()).isEqualTo(expected);
  }

  @Test
  void takesADashForStandardOutput() throws UsageException {
    assertThat(Destination.of("-", null, terminal(false), false).out()).isNull();
  }

  @Test
  void takesAFolderThatIsThere(@TempDir Path folder) throws UsageException {
    assertThat(Destination.of(folder.toString(), null, terminal(false), false).format())
        .isEqualTo(Format.CLIPPINGS);
  }

  @Test
  void leavesATargetThatAProviderTakesItsOwnForm() throws UsageException {
    Destination database = Destination.of("a.sqlite", null, terminal(false), false);

    assertThat(database).isEqualTo(new Destination(null, "a.sqlite"));
  }

  @Test
  void namesTheServersThatThereAreWithoutThePassword() {
    assertThatThrownBy(() -> Destination.of("mysql://u:geheim@h/d", null, terminal(false), false))
        .hasMessageStartingWith(
            "no target is called mysql://u:***@h/d; there are files, folders and ")
        .hasMessageContaining("postgresql://");
  }

  @Test
  void refusesToGuess() {
    assertThatThrownBy(() -> Destination.of("out.xml", null, terminal(false), false))
        .hasMessage("the name of out.xml does not tell a format: say it with --format.");
  }

  @Test
  void refusesAFolderForOneFile() {
    assertThatThrownBy(() -> Destination.of("out/", "jsonl", terminal(false), false))
        .hasMessage("out/ is a folder, but jsonl is one file: --out out/articles.jsonl.");
  }

  @Test
  void refusesAFormatThatIsNotThere() {
    assertThatThrownBy(() -> Destination.of(null, "xml", terminal(false), false))
        .hasMessage("unknown format \"xml\"; known are jsonl, json, txt, md, csv, tei.");
  }

  private static Terminal terminal(boolean shown) {
    Session session = new Session();
    return shown ? session.onTerminal().terminal() : session.terminal();
  }
}
