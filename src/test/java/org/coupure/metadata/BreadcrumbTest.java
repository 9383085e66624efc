package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BreadcrumbTest {
  private static final String H1 = "<h1>A headline of the day</h1>";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void givesTheSectionThatStandsLast() {
    String links = "<a href='/'>Home</a> <a href='/w'>World</a> <a href='/w/a'>Asia</a>";

    assertThat(section("<div class='post-crumbs'>" + links + "</div>" + H1)).isEqualTo("Asia");
    assertThat(section("<nav aria-label='Breadcrumb'>" + links + "</nav>" + H1)).isEqualTo("Asia");
  }

  @Test
  void leavesOutHomeAndThePageItself() {
    String own = "<a href='/x'>A headline of the day</a>";

    assertThat(section(trail("<a href='/w'>World</a>" + own) + H1)).isEqualTo("World");
    assertThat(section(trail(own) + H1)).isNull();
    assertThat(section(trail("") + H1)).isNull();
  }

  @Test
  void leavesOutDatesAndArrowsAndHeadlines() {
    String world = "<a href='/w'>World</a>";

    assertThat(section(trail(world + "<a href='/6'>06/2019</a>") + H1)).isEqualTo("World");
    assertThat(section(trail("<a href='/b'>&lt; Back</a>") + H1)).isNull();
    assertThat(section(trail(world + "<a href='/l'>" + "Long ".repeat(9) + "</a>") + H1))
        .isEqualTo("World");
  }

  @Test
  void standsAboveTheHeadlineAndIsNoMenu() {
    String link = "<a href='/w'>World</a>";

    assertThat(section(H1 + trail(link))).isNull();
    assertThat(section(trail(link.repeat(9)) + H1)).isNull();
    assertThat(section("<nav><a href='/'>Home</a>" + link + "</nav>" + H1)).isNull();
  }

  @Test
  void givesWayToWhatThePageStates() {
    String stated = "<meta property='article:section' content='Politics'>";

    assertThat(section(stated + trail("<a href='/w'>World</a>") + H1)).isEqualTo("Politics");
  }

  private static String trail(String links) {
    return "<div class='breadcrumb'><a href='/'>Home</a>" + links + "</div>";
  }

  private String section(String html) {
    Page page = Page.builder("test", new byte[0]).url("https://www.example.org/x").build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of()).place().section();
  }
}
