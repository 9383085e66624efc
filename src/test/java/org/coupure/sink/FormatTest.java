package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "jsonl,JSONL",
    "ndjson,JSONL",
    "JSON,JSON",
    "txt,CLIPPINGS",
    "CLIPPINGS,CLIPPINGS",
    "md,MARKDOWN",
    "Markdown,MARKDOWN",
    "csv,CSV"
  })
  void parsesNamesInAnyCaseAndLocale(String name, Format format) {
    assertThat(Format.parse(name)).isEqualTo(format);
  }

  @ParameterizedTest
  @EnumSource
  void parsesItsOwnCode(Format format) {
    assertThat(Format.parse(format.code())).isEqualTo(format);
  }

  @Test
  void namesTheKnownOnesForAnUnknownName() {
    assertThatThrownBy(() -> Format.parse("xlsx"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown format \"xlsx\"; known are jsonl, json, txt, md, csv, tei");
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl,JSONL",
    "out/a.JSONL.gz,JSONL",
    "a.b.ndjson,JSONL",
    "a.json,JSON",
    "a.json.gz,JSON",
    "a.txt,CLIPPINGS",
    "a.md,MARKDOWN",
    "a.markdown,MARKDOWN",
    "A.CSV,CSV",
    "a.jsonl.zst,JSONL",
    "a.tei.xml,TEI"
  })
  void isToldByAFilesSuffix(String file, Format format) {
    assertThat(Format.ofFile(Path.of(file))).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clippings", "out/", "/", "a.xml", "a.gz", "jsonl", "v1.2"})
  void isNotToldByOtherNames(String file) {
    assertThat(Format.ofFile(Path.of(file))).isEmpty();
  }
}
