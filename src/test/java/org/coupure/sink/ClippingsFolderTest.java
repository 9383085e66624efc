package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.article.Headline;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.record.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingsFolderTest {
  private static final String A = "aaaaaaaaaaaaaaaa".repeat(4);
  private static final String B = "bbbbbbbbbbbbbbbb".repeat(4);

  @TempDir Path folder;

  @Test
  void numbersRecordsFromZeroAndNamesThemByTheirId() throws IOException {
    write(Clips.of(A, "Un", "Texte."), Clips.of(B, "Deux", "Texte."));

    assertThat(names()).containsExactly("000_aaaaaaaaaaaaaaaa.txt", "001_bbbbbbbbbbbbbbbb.txt");
  }

  @Test
  void writesTitleAndPassagesApartByOneBlankLine() throws IOException {
    write(Clips.of(A, "Le titre", "Un.", "Deux."));

    assertThat(only()).isEqualTo("Le titre\n\nUn.\n\nDeux.\n");
  }

  @Test
  void writesThePassagesAloneWhenThereIsNoTitle() throws IOException {
    write(Clips.of(A, null, "Un.", "Deux."));

    assertThat(only()).isEqualTo("Un.\n\nDeux.\n");
  }

  @Test
  void writesAnEmptyFileForARecordWithNothing() throws IOException {
    write(Clips.clipped(Clips.article(A, "a.html").build()));

    assertThat(only()).isEmpty();
  }

  @Test
  void foldsEveryWhiteSpaceToOnePlainSpace() throws IOException {
    write(
        Clips.of(
            A, "\u00a0Le\u202ftitre\n", "« Oui\u00a0»\u2003\u2009: \t non\u0085\u3000!\u2028"));

    assertThat(only()).isEqualTo("Le titre\n\n« Oui » : non !\n");
  }

  @Test
  void keepsTypographyAsTheAuthorWroteIt() throws IOException {
    write(Clips.of(A, "L’été — “oui”", "e\u0301 œ … \u200d x"));

    assertThat(only()).isEqualTo("L’été — “oui”\n\ne\u0301 œ … \u200d x\n");
  }

  @Test
  void givesListItemsAndTableRowsLinesOfTheirOwn() throws IOException {
    write(
        body(
            Clips.passage(PassageKind.LIST_ITEM, "un"),
            Clips.passage(PassageKind.LIST_ITEM, "deux"),
            Clips.passage(PassageKind.TABLE_ROW, "Année\tCoût")));

    assertThat(only()).isEqualTo("un\n\ndeux\n\nAnnée Coût\n");
  }

  @Test
  void keepsTheLinesOfCodeButNotItsBlankOnes() throws IOException {
    write(
        body(
            Clips.passage(PassageKind.CODE, "if a:\r\n    b()  \n\n\tc()"),
            Passage.paragraph("Fin.")));

    assertThat(only()).isEqualTo("if a:\n    b()\n\tc()\n\nFin.\n");
  }

  @Test
  void replacesHalfSurrogates() throws IOException {
    write(Clips.of(A, "a\uD83D", "b"));

    assertThat(only()).isEqualTo("a\uFFFD\n\nb\n");
  }

  @Test
  void goesOnAfterTheHighestNumber() throws IOException {
    Files.writeString(folder.resolve("041_cccccccccccccccc.txt"), "c");
    Files.writeString(folder.resolve("099_notes.txt"), "no clipping");
    Files.writeString(folder.resolve("100_dddddddddddddddd.md"), "no clipping");

    write(Clips.of(A, "Un", "Texte."));

    assertThat(names()).contains("042_aaaaaaaaaaaaaaaa.txt");
  }

  @Test
  void needsMoreDigitsAfterAThousand() throws IOException {
    Files.writeString(folder.resolve("999_cccccccccccccccc.txt"), "c");

    write(Clips.of(A, "Un", "Texte."));

    assertThat(names()).contains("1000_aaaaaaaaaaaaaaaa.txt");
  }

  @Test
  void changesNothingWhenRunAgain() throws IOException {
    write(Clips.of(A, "Un", "Texte."), Clips.of(B, "Deux", "Texte."));
    List<String> before = names();

    write(Clips.of(B, "Deux", "Texte."), Clips.of(A, "Un", "Texte corrigé."));

    assertThat(names()).isEqualTo(before);
    assertThat(folder.resolve("000_aaaaaaaaaaaaaaaa.txt")).hasContent("Un\n\nTexte corrigé.\n");
  }

  @Test
  void leavesAFileAloneThatNeedsNoChange() throws IOException {
    write(Clips.of(A, "Un", "Texte."));
    Path file = folder.resolve(names().get(0));
    FileTime old = FileTime.fromMillis(86_400_000);
    Files.setLastModifiedTime(file, old);

    write(Clips.of(A, "Un", "Texte."));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);

    write(Clips.of(A, "Un", "Texte!"));
    assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007_8867debb166b14c3.txt",
        "seeds/007_8867debb166b14c3.txt",
        "C:\\seeds\\007_8867debb166b14c3.txt",
        "dump.zip!/seeds/007_8867debb166b14c3.txt",
        "dump.zip!007_8867debb166b14c3.txt",
        "seeds/007_8867debb166b14c3.txt.gz"
      })
  void keepsTheNameOfAClipping(String source) throws IOException {
    write(titled(A, source), Clips.of(B, "Deux", "Texte."));

    assertThat(names()).containsExactly("007_8867debb166b14c3.txt", "008_bbbbbbbbbbbbbbbb.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007_8867debb166b14c3.html",
        "x007_8867debb166b14c3.txt",
        "007_8867debb166b14c3.txt/a.html",
        "07_8867debb166b14c3.txt",
        "007_8867debb166b14.txt",
        "007_8867DEBB166B14C3.txt"
      })
  void keepsNoOtherName(String source) throws IOException {
    write(titled(A, source));

    assertThat(names()).containsExactly("000_aaaaaaaaaaaaaaaa.txt");
  }

  @Test
  void hashesIdsThatAreNoHash() throws IOException {
    write(
        Clips.of("../../etc/passwd", "Un", "Texte."),
        Clips.of("00000000000000000001", "Deux", "Texte."),
        Clips.of("00000000000000000002", "Trois", "Texte."),
        Clips.of("8867debb166b14c3", "Quatre", "Texte."));

    assertThat(names())
        .hasSize(4)
        .allMatch(name -> name.matches("00[0-3]_[0-9a-f]{16}\\.txt"))
        .contains("003_8867debb166b14c3.txt");
  }

  @Test
  void makesMissingFolders() throws IOException {
    Path deep = folder.resolve("a/b");
    try (ArticleSink sink = open(deep)) {
      sink.accept(Clips.of(A, "Un", "Texte."));
    }

    assertThat(deep.resolve("000_aaaaaaaaaaaaaaaa.txt")).exists();
  }

  @Test
  void namesTheFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");

    assertThatThrownBy(() -> open(file.resolve("clippings")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot make the folder " + file.resolve("clippings") + ": ")
        .hasMessageEndingWith("; name another output");
  }

  @Test
  void namesTheFileThatCannotBeWrittenAndLeavesNothingBehind() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("000_aaaaaaaaaaaaaaaa.txt/x"));
    Clip clip = titled(A, "000_aaaaaaaaaaaaaaaa.txt");

    try (ArticleSink sink = open(folder)) {
      assertThatThrownBy(() -> sink.accept(clip))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cannot write " + inTheWay.getParent() + ": ")
          .hasMessageEndingWith("; free it or name another output");
    }
    assertThat(names()).containsExactly("000_aaaaaaaaaaaaaaaa.txt");
  }

  private static Clip titled(String id, String source) {
    return Clips.clipped(
        Clips.article(id, source).headline(new Headline("Un", null, null)).build());
  }

  private static Clip body(Passage... body) {
    return Clips.clipped(Clips.article(A, "a.html").body(List.of(body)).build());
  }

  private static ArticleSink open(Path folder) throws IOException {
    return Sinks.open(Format.CLIPPINGS, folder, OutputStream.nullOutputStream());
  }

  private void write(Clip... clips) throws IOException {
    try (ArticleSink sink = open(folder)) {
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String only() throws IOException {
    assertThat(names()).hasSize(1);
    return Files.readString(folder.resolve(names().get(0)));
  }
}
