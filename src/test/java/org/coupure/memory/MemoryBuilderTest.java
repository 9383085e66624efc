package org.coupure.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryBuilderTest {
  @TempDir Path folder;

  @Test
  void goesOnLearningWhereTheFileEnds() throws IOException {
    List<PageFingerprint> pages = sightings(30);
    MemoryBuilder atOnce = learned(pages);
    Path file = folder.resolve("memory");

    learned(pages.subList(0, 11)).save(file);
    MemoryBuilder later = MemoryBuilder.load(file);
    pages.subList(11, 30).forEach(later::add);

    assertThat(bytes(later)).isEqualTo(bytes(atOnce));
  }

  @Test
  void recognisesThePagesOfEarlierRuns() throws IOException {
    Path file = folder.resolve("memory");
    learned(sightings(10)).save(file);

    MemoryBuilder again = MemoryBuilder.load(file);
    sightings(10).forEach(again::add);

    assertThat(again.pages("vigie/")).isEqualTo(10);
    assertThat(bytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void loadsAsTheSnapshotThatWasSaved() throws IOException {
    MemoryBuilder builder = learned(sightings(20));
    Path file = folder.resolve("memory");
    builder.save(file);

    SiteMemory loaded = SiteMemory.load(file);

    assertThat(loaded.size("vigie/")).isEqualTo(builder.snapshot().size("vigie/")).isPositive();
  }

  @Test
  void findsSitesAgainThatOlderVersionsStoredByAnotherName() throws IOException {
    MemoryBuilder older = new MemoryBuilder();
    older.put("www2.example.org", new SiteCounts(30));
    older.put("mobil.example.org", new SiteCounts(20));
    older.put("www.old/folder/", new SiteCounts(4));
    Path file = folder.resolve("memory");
    older.save(file);

    MemoryBuilder loaded = MemoryBuilder.load(file);

    assertThat(loaded.pages("example.org")).isEqualTo(30);
    assertThat(loaded.pages("www.old/folder/")).isEqualTo(4);
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    learned(sightings(3)).save(folder.resolve("memory"));
    learned(sightings(5)).save(folder.resolve("memory"));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("memory"));
    }
  }

  @Test
  void refusesAFileOfAnotherKind() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Notes of mine");

    assertThatThrownBy(() -> MemoryBuilder.load(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not a site memory; name another file, or a new one to begin anew");
  }

  @Test
  void refusesALaterFormat() throws IOException {
    Path file = folder.resolve("memory");
    byte[] bytes = bytes(learned(sightings(3)));
    bytes[7] = 9;
    Files.write(file, bytes);

    assertThatThrownBy(() -> MemoryBuilder.load(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " has format 9, this version reads 1; name a new file to begin anew");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 11, 20, 100, 1000})
  void refusesAFileThatWasCutOff(int length) throws IOException {
    Path file = folder.resolve("memory");
    byte[] bytes = bytes(learned(sightings(10)));
    Files.write(file, Arrays.copyOf(bytes, length));

    assertThatThrownBy(() -> SiteMemory.load(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is a site memory, but cut off or damaged; delete it to begin anew");
  }

  @Test
  void refusesAFileWithAnyBrokenByte() throws IOException {
    byte[] whole = bytes(learned(sightings(4)));
    Path file = folder.resolve("memory");
    for (int i = 8; i < whole.length; i += 13) {
      byte[] broken = whole.clone();
      broken[i] ^= 0x41;
      Files.write(file, broken);

      assertThatThrownBy(() -> MemoryBuilder.load(file)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysWhenThereIsNoFile() {
    assertThatThrownBy(() -> SiteMemory.load(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void forgetsRareBlocksAndKeepsThoseThatRecur() {
    MemoryBuilder builder = new MemoryBuilder();
    InventedSite invented = new InventedSite(3);
    for (int i = 0; i < 300; i++) {
      builder.add(page(i, manyLines(invented, 400)));
    }

    assertThat(builder.blocks("vigie/")).isLessThanOrEqualTo(SiteCounts.MOST_BLOCKS);
    assertThat(builder.snapshot().size("vigie/")).isEqualTo(2);
  }

  @Test
  void forgetsTheSitesWithTheFewestPages() {
    MemoryBuilder builder = new MemoryBuilder();
    sightings(9).forEach(builder::add);
    for (int i = 0; i < MemoryBuilder.MOST_SITES; i++) {
      builder.add(sighting("site" + i + "/1.txt", List.of("Titre de la page", "Menu")));
    }

    assertThat(builder.pages("vigie/")).isEqualTo(9);
    assertThat(builder.pages("site0/")).isZero();
    assertThat(builder.pages("site999/")).isEqualTo(1);
  }

  /** Two lines that all pages share, and many that no other page has. */
  private static List<String> manyLines(InventedSite invented, int lines) {
    List<String> all = new ArrayList<>(List.of(invented.sentence(7)));
    all.add("Toujours la même ligne");
    for (int i = 0; i < lines; i++) {
      all.add(invented.sentence(6));
    }
    all.add("Et toujours celle-ci");
    all.add(invented.sentence(20) + ".");
    return all;
  }

  private static List<PageFingerprint> sightings(int count) {
    return new InventedSite(5).dumps(count).stream().map(dump -> sighting(dump.page())).toList();
  }

  private static PageFingerprint page(int number, List<String> lines) {
    return sighting("vigie/" + number + ".txt", lines);
  }

  private static PageFingerprint sighting(String source, List<String> lines) {
    return sighting(InventedSite.page(source, lines));
  }

  private static PageFingerprint sighting(Page page) {
    String text = new String(page.bytes(), StandardCharsets.UTF_8);
    return PageFingerprint.of(page, TextSegmenter.segment(text));
  }

  private static MemoryBuilder learned(List<PageFingerprint> pages) {
    MemoryBuilder builder = new MemoryBuilder();
    pages.forEach(builder::add);
    return builder;
  }

  private byte[] bytes(MemoryBuilder builder) throws IOException {
    Path file = folder.resolve("bytes");
    builder.save(file);
    return Files.readAllBytes(file);
  }
}
