package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlsToFetchTest {
  @TempDir Path folder;

  @Test
  void readsTheFirstWordOfEachLine() throws IOException {
    Path list = folder.resolve("urls.txt");
    Files.writeString(list, "# ours\nhttps://a.example/1 seen monday\n\n  https://b.example/2\n");

    assertThat(read(List.of("https://c.example/"), list.toString(), ""))
        .containsExactly("https://c.example/", "https://a.example/1", "https://b.example/2");
  }

  @Test
  void readsAListFromStandardInput() throws IOException {
    assertThat(read(List.of(), "-", "https://a.example/\n")).containsExactly("https://a.example/");
  }

  @Test
  void stopsWhenNoMoreAreWanted() throws IOException {
    List<String> taken = new ArrayList<>();
    UrlsToFetch urls =
        new UrlsToFetch(List.of("a", "b", "c"), "no-such-list", InputStream.nullInputStream());

    urls.each(
        url -> {
          taken.add(url);
          return taken.size() < 2;
        });

    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void countsWhatItHoldsButReadsNoPipeForIt() throws IOException {
    Path list = Files.writeString(folder.resolve("urls.txt"), "# ours\nhttps://a.example/1\n\n");
    InputStream pipe =
        new ByteArrayInputStream("https://a.example/".getBytes(StandardCharsets.UTF_8));

    assertThat(new UrlsToFetch(List.of("b", "c"), list.toString(), pipe).count()).isEqualTo(3);
    assertThat(new UrlsToFetch(List.of("b"), "-", pipe).count()).isZero();
    assertThat(pipe.available()).isPositive();
  }

  @Test
  void saysThatThereIsNoSuchList() {
    assertThatThrownBy(() -> read(List.of(), "no-such-list", ""))
        .hasMessage("cannot read the list no-such-list: there is no such file");
  }

  private static List<String> read(List<String> given, String list, String stdin)
      throws IOException {
    InputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    List<String> taken = new ArrayList<>();
    new UrlsToFetch(given, list, in).each(taken::add);
    return taken;
  }
}
