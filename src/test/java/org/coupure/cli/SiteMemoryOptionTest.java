package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SiteMemoryOptionTest {
  private static final String SHARED =
      "Chaque jour à sept heures, le bulletin de la rade arrive dans votre boîte aux lettres.";

  private static final List<String> WORDS =
      List.of("ancre", "balise", "cale", "digue", "étrave", "foc", "grappin", "hune", "îlot");

  @TempDir Path folder;
  private Path dumps;
  private Path memory;

  @BeforeEach
  void saveDumpsOfOneSite() throws IOException {
    dumps = Files.createDirectory(folder.resolve("dumps"));
    memory = folder.resolve("site.memory");
    for (int i = 0; i < 8; i++) {
      Files.writeString(dumps.resolve(i + ".txt"), dump(WORDS.get(i)));
    }
  }

  @Test
  void dropsWhatThePagesShareAndSavesIt() {
    Session without = Session.of("clean", dumps.toString());
    Session with = Session.of("clean", dumps.toString(), "--site-memory", memory.toString());

    assertThat(without.out()).hasLineCount(8).contains(SHARED);
    assertThat(with.out()).hasLineCount(8).doesNotContain(SHARED).contains("Le mot digue");
    assertThat(with.err()).isEqualTo("8 pages: 8 clipped; 0.0 s\n");
    assertThat(with.code()).isZero();
    assertThat(memory).isRegularFile();
  }

  @Test
  void usesWhatEarlierRunsLearned() throws IOException {
    Session.of("clean", dumps.toString(), "--site-memory", memory.toString());
    Path later = Files.writeString(dumps.resolve("later.txt"), dump("îlot"));

    Session session = Session.of("clean", later.toString(), "--site-memory", memory.toString());

    assertThat(session.out()).contains("Le mot îlot").doesNotContain(SHARED);
  }

  @Test
  void writesTheSameWithOneThreadAndMany() throws IOException {
    Path other = folder.resolve("other.memory");

    Session one =
        Session.of("clean", dumps.toString(), "-j", "1", "--site-memory", memory.toString());
    Session many =
        Session.of("clean", dumps.toString(), "-j", "7", "--site-memory", other.toString());

    assertThat(many.out()).isEqualTo(one.out());
    assertThat(other).hasSameBinaryContentAs(memory);
  }

  @Test
  void reportsWhatCannotBeReadOnceOnly() throws IOException {
    Files.write(dumps.resolve("9.txt"), new byte[0]);

    Session session = Session.of("clean", dumps.toString(), "--site-memory", memory.toString());

    assertThat(session.err()).containsOnlyOnce("9.txt");
  }

  @Test
  void refusesStandardInput() {
    Session session = Session.of("clean", "-", "--site-memory", memory.toString());

    assertThat(session.err())
        .startsWith(
            "coupure: --site-memory reads the inputs twice, but standard input can be read only"
                + " once; save it to a file and name that.");
    assertThat(session.code()).isEqualTo(2);
    assertThat(memory).doesNotExist();
  }

  @Test
  void refusesAListOnStandardInput() {
    Session session = Session.of("clean", "--manifest", "-", "--site-memory", memory.toString());

    assertThat(session.err()).contains("standard input can be read only once");
    assertThat(session.code()).isEqualTo(2);
  }

  @Test
  void refusesAFileThatIsNoMemoryAndLeavesItAlone() throws IOException {
    Files.writeString(memory, "Notes of mine");

    Session session = Session.of("clean", dumps.toString(), "--site-memory", memory.toString());

    assertThat(session.err())
        .isEqualTo(
            "coupure: "
                + memory
                + " is not a site memory; name another file, or a new one to begin anew\n");
    assertThat(session.code()).isEqualTo(2);
    assertThat(memory).hasContent("Notes of mine");
  }

  @Test
  void refusesAFolder() {
    Session session = Session.of("clean", dumps.toString(), "--site-memory", folder.toString());

    assertThat(session.err())
        .startsWith("coupure: --site-memory wants a file, but " + folder + " is a folder;");
    assertThat(session.code()).isEqualTo(2);
  }

  @Test
  void refusesAFileInAFolderThatIsNotThere() {
    Path file = folder.resolve("none").resolve("site.memory");

    Session session = Session.of("clean", dumps.toString(), "--site-memory", file.toString());

    assertThat(session.err())
        .startsWith(
            "coupure: the folder "
                + file.getParent()
                + " for --site-memory does not exist; make it first.");
  }

  private static String dump(String word) {
    String article =
        "Le mot %1$s est plus ancien que le port, et chacun le prononce à sa façon, dit-on ici.\n\n"
            + SHARED
            + "\n\nOn le trouve, %1$s, dans les registres du phare, à côté du nom des gardiens.\n";
    return "Accueil\n\nLe port\n\nPourquoi l’on dit encore "
        + word
        + " sur les quais\n\n"
        + String.format(java.util.Locale.ROOT, article, word);
  }
}
