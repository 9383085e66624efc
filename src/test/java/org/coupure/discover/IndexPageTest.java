package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.discover.Listing.Kind;
import org.junit.jupiter.api.Test;

class IndexPageTest {
  private static List<String> articles(String body) {
    Listing listing =
        ListingReaderTest.read("<!doctype html><html lang=fr><title>T</title><body>" + body);
    assertThat(listing.kind()).isEqualTo(Kind.INDEX_PAGE);
    return listing.links().stream().map(Link::url).toList();
  }

  @Test
  void takesHeadlinesAndLeavesMenus() {
    List<String> found =
        articles(
            """
            <nav><a href="/politique/">Politique</a><a href="/2026/03/menu-du-jour-du-chef">Menu</a>
            </nav>
            <h2><a href="/politique/le-maire-parle-de-leau-au-conseil">Le maire parle de l'eau</a></h2>
            <div><a href="/politique/le-maire-parle-de-leau-au-conseil"><img src="x.jpg"></a></div>
            <p><a href="/2026/03/10/un-incendie">Un incendie ravage le marché couvert</a></p>
            <p><a href="/article-123456.html">La pluie tombe depuis trois jours</a></p>
            <p><a href="/tag/meteo">Tout sur la météo de ces derniers jours</a></p>
            <p><a href="/politique/">Toute la politique de la région ici</a></p>
            <footer><a href="/mentions-legales">Mentions légales et conditions d'usage</a></footer>
            """);

    assertThat(found)
        .containsExactly(
            "https://example.org/politique/le-maire-parle-de-leau-au-conseil",
            "https://example.org/2026/03/10/un-incendie",
            "https://example.org/article-123456.html");
  }

  @Test
  void staysOnTheSite() {
    List<String> found =
        articles(
            """
            <h2><a href="https://www.example.org/a-long-story-about-water">A long story about it</a></h2>
            <h2><a href="https://other.org/a-long-story-about-fire">Another story, about fire</a></h2>
            <h2><a href="https://sub.example.org/a-long-story-about-air">Another story, about air</a></h2>
            """);

    assertThat(found).containsExactly("https://www.example.org/a-long-story-about-water");
  }

  @Test
  void readsAgainstTheBaseElement() {
    List<String> found =
        articles(
            "<base href='/x/'><h2><a href='2026/03/10/fire-in-town'>Fire in town today</a></h2>");

    assertThat(found).containsExactly("https://example.org/x/2026/03/10/fire-in-town");
  }

  @Test
  void takesQueriesThatNumberArticles() {
    assertThat(articles("<h3><a href='/?p=4711'>Un incendie ravage le marché</a></h3>"))
        .containsExactly("https://example.org/?p=4711");
  }

  @Test
  void knowsTheLongestTextAsTheTitle() {
    Listing listing =
        ListingReaderTest.read(
            "<html lang=fr><a href='/2026/03/10/feu'>Lire</a>"
                + "<h2><a href='/2026/03/10/feu'>Un incendie ravage le marché</a></h2>");

    assertThat(listing.links())
        .containsExactly(
            new Link(
                "https://example.org/2026/03/10/feu",
                "Un incendie ravage le marché",
                null,
                null,
                "fr"));
  }

  @Test
  void namesTheFeedsThatThePageAnnounces() {
    Listing listing =
        ListingReaderTest.read(
            "<html><head><link rel='alternate' type='application/rss+xml' href='/rss' title='All'>"
                + "<link rel='alternate' hreflang='de' href='/de'></head><body><p>x</p>");

    assertThat(listing.further())
        .containsExactly(new Link("https://example.org/rss", "All", null, null, null));
  }
}
