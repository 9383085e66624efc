package org.coupure.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.Clipper;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.article.MatchedWords;
import org.coupure.article.SubjectMatch;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordReaderTest {
  static Stream<Clip> clips() throws Exception {
    byte[] page = Files.readAllBytes(Path.of("fixtures/sites").resolve(firstPage()));
    Clip fixture = Clipper.create().clip(Page.builder("a.html", page).build());
    return Stream.of(Clips.of("a", "T", "p1", "p2"), Clips.minimal(), Clips.failed(), fixture);
  }

  private static Path firstPage() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("fixtures/sites"))) {
      return Path.of("fixtures/sites")
          .relativize(files.filter(f -> f.toString().endsWith(".html")).sorted().findFirst().get());
    }
  }

  @ParameterizedTest
  @MethodSource("clips")
  void readsWhatTheWriterWrites(Clip clip) {
    byte[] written = RecordWriter.compact().write(clip);

    assertThat(new String(RecordWriter.compact().write(RecordReader.read(written)), UTF_8))
        .isEqualTo(new String(written, UTF_8));
  }

  @Test
  void takesRecordsOfOtherProgramsAsFarAsTheyGo() {
    Clip clip =
        RecordReader.read(
            ("{\"id\": \"x\", \"title\": 7, \"text\": \"One.\\n\\nTwo.\", \"published\": \"soon\"}")
                .getBytes(UTF_8));

    assertThat(clip.requireArticle().headline().title()).isNull();
    assertThat(clip.requireArticle().body()).hasSize(2);
    assertThat(clip.requireArticle().dates().published()).isNull();
  }

  @Test
  void refusesWhatIsNoRecord() {
    assertThatThrownBy(() -> RecordReader.read("[]".getBytes(UTF_8)))
        .hasMessage("this is no JSON object");
    assertThatThrownBy(() -> RecordReader.read("{\"title\": \"t\"}".getBytes(UTF_8)))
        .hasMessage("the record has no \"id\"");
  }

  @Test
  void readsTheNamesOfSubjects() {
    byte[] record =
        "{\"id\": \"1\", \"subjects\": [{\"name\": \"water\"}, \"fire\"]}".getBytes(UTF_8);

    assertThat(RecordReader.read(record).requireArticle().assignment().subjectNames())
        .containsExactlyInAnyOrder("water", "fire");
  }

  @Test
  void anAssignmentIsReadAsItWasWritten() {
    MatchedWords words = new MatchedWords("Fire", 4, 8);
    SubjectMatch fires = new SubjectMatch("fires", List.of(words), List.of());
    Assignment assignment = new Assignment(List.of("Town feed"), List.of(fires));
    byte[] record = "{\"id\": \"1\", \"sources\": [], \"mine\": {\"a\": [1]}}".getBytes(UTF_8);

    byte[] assigned = RecordAssignment.write(record, assignment);

    assertThat(RecordReader.read(assigned).requireArticle().assignment()).isEqualTo(assignment);
    assertThat(new String(assigned, UTF_8)).contains("\"mine\":{\"a\":[1]}");
  }
}
