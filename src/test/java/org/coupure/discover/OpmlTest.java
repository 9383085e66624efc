package org.coupure.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.coupure.discover.Opml.Feed;
import org.junit.jupiter.api.Test;

class OpmlTest {
  @Test
  void readsFeedsInGroupsOnce() {
    String opml =
        "<?xml version='1.0'?><opml version='1.1'><body><outline text='News'>"
            + "<outline text='A &amp; B' xmlUrl='https://a.example/rss?a=1&amp;b=2'/>"
            + "<outline title='Old' xmlurl='https://b.example/'/></outline>"
            + "<outline xmlUrl='https://b.example/'/></body></opml>";

    assertThat(Opml.read(opml.getBytes(UTF_8)))
        .containsExactly(
            new Feed("A & B", "https://a.example/rss?a=1&b=2"),
            new Feed("Old", "https://b.example/"));
  }

  @Test
  void readsWhatItWrote() {
    List<Feed> feeds =
        List.of(
            new Feed("Été \"2\" <b>", "https://a.example/?x=1&y=2"),
            new Feed("報紙", "https://b.example/f"));

    assertThat(Opml.read(Opml.write("Mine", feeds).getBytes(UTF_8))).isEqualTo(feeds);
  }

  @Test
  void refusesWhatIsNoOpml() {
    assertThatThrownBy(() -> Opml.read("<html><p>x".getBytes(UTF_8)))
        .hasMessage("this is no OPML: it has no element <opml>");
  }
}
