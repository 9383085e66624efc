package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bundled themes on small pages that show what each theme writes around a text. */
class ThemesTest {
  private static final String FRENCH =
      "<p>Le conseil municipal a voté mardi soir la rénovation du vieux pont de pierre, fermé aux"
          + " voitures depuis la crue de l’hiver dernier.</p><p>Les travaux commenceront en mai et"
          + " dureront deux ans, selon l’adjointe chargée de la voirie.</p>";

  private static final String GERMAN =
      "<p>Der Stadtrat hat am Dienstagabend beschlossen, die alte Steinbrücke zu erneuern, die seit"
          + " dem Hochwasser im Winter für Autos gesperrt ist.</p><p>Die Arbeiten beginnen im Mai"
          + " und dauern zwei Jahre, sagte die zuständige Beigeordnete.</p>";

  private static JudgedPage judge(String html) {
    return new JudgedPage(RuleBook.bundled(), JudgedPage.URL, html);
  }

  private static String fill(String html, Map<String, String> words) {
    String filled = html;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }

  private static final String TAGDIV =
      """
      <body class="single postid-12 td-standard-pack"><div class="td-theme-wrap">
      <div class="entry-crumbs"><a>{home}</a> <a>{section}</a></div>
      <article><div class="td-post-header"><header class="td-post-title">
      <h1 class="entry-title">{title}</h1>
      <div class="td-module-meta-info"><div class="td-post-author-name">{by}
      <a href="/a">Nadia Roux</a></div><span class="td-post-date">
      <time class="entry-date" datetime="2026-03-03T20:15:00+01:00">{day}</time></span>
      <div class="td-post-views">312</div></div></header></div>
      <div class="td-post-sharing"><a>Facebook</a></div>
      <div class="td-post-content tagdiv-type">
      <div class="td-a-rec"><span class="td-adspot-title">{ad}</span></div>
      {text}
      </div>
      <footer><div class="td-post-source-tags"><span>{source}</span></div>
      <div class="td-block-row td-post-next-prev"><span>{previous}</span><a>{other}</a></div>
      <div class="td-author-box author-box-wrap"><p>{bio}</p></div></footer></article>
      <div class="td_block_wrap td_block_related_posts"><h4>{related}</h4><p>{other}</p></div>
      <div class="comments" id="comments"><div id="respond"><h3>{reply}</h3></div></div>
      </div></body>""";

  private static final Map<String, String> FRENCH_WORDS =
      Map.ofEntries(
          Map.entry("home", "Accueil"),
          Map.entry("section", "Villes"),
          Map.entry("title", "Le vieux pont sera rénové"),
          Map.entry("by", "Par"),
          Map.entry("day", "3 mars 2026"),
          Map.entry("ad", "- Publicité -"),
          Map.entry("text", FRENCH),
          Map.entry("source", "Via agence"),
          Map.entry("previous", "Article précédent"),
          Map.entry("other", "La piscine rouvre samedi"),
          Map.entry("bio", "Nadia Roux suit la vie locale."),
          Map.entry("related", "Articles similaires"),
          Map.entry("reply", "Laisser un commentaire"));

  private static final Map<String, String> GERMAN_WORDS =
      Map.ofEntries(
          Map.entry("home", "Startseite"),
          Map.entry("section", "Städte"),
          Map.entry("title", "Alte Brücke wird erneuert"),
          Map.entry("by", "Von"),
          Map.entry("day", "3. März 2026"),
          Map.entry("ad", "- Anzeige -"),
          Map.entry("text", GERMAN),
          Map.entry("source", "Quelle: Agentur"),
          Map.entry("previous", "Vorheriger Artikel"),
          Map.entry("other", "Freibad öffnet am Samstag"),
          Map.entry("bio", "Nadia Roux schreibt über die Stadt."),
          Map.entry("related", "Ähnliche Artikel"),
          Map.entry("reply", "Kommentar schreiben"));

  @Test
  void tagDivLeavesTheTextOnly() {
    JudgedPage french = judge(fill(TAGDIV, FRENCH_WORDS));
    JudgedPage german = judge(fill(TAGDIV, GERMAN_WORDS));

    assertThat(french.rules()).containsExactly("themes/tagdiv", "themes/wordpress");
    assertThat(french.left()).hasSize(2).allMatch(text -> FRENCH.contains(text));
    assertThat(german.left()).hasSize(2).allMatch(text -> GERMAN.contains(text));
    assertThat(french.verdictOn("- Publicité -")).startsWith("drop THEME themes/tagdiv.yaml:");
  }

  @Test
  void tagDivKnowsTitleAuthorAndDate() {
    RuleFields ruleFields = judge(fill(TAGDIV, GERMAN_WORDS)).fields();

    assertThat(ruleFields.title().raw()).isEqualTo("Alte Brücke wird erneuert");
    assertThat(ruleFields.authors())
        .extracting(RuleFields.Found::raw)
        .containsExactly("Nadia Roux");
    assertThat(ruleFields.published().raw()).isEqualTo("2026-03-03T20:15:00+01:00");
  }

  @Test
  void tagDivCloudTemplateLeavesTheTextOnly() {
    String html =
        """
        <div class="td-theme-wrap"><div class="tdb-breadcrumbs"><a>{home}</a></div>
        <div class="td_block_wrap tdb_title"><h1 class="tdb-title-text">{title}</h1></div>
        <div class="tdb_single_author"><a class="tdb-author-name">Nadia Roux</a></div>
        <div class="td_block_wrap tdb_single_content"><div class="tdb-block-inner">{text}
        <div class="td-a-rec">{ad}</div></div></div>
        <div class="tdb_single_next_prev"><div class="tdb-next-prev"><a>{other}</a></div></div>
        <div class="tdb_single_related"><h4>{related}</h4></div></div>""";

    JudgedPage french = judge(fill(html, FRENCH_WORDS));
    JudgedPage german = judge(fill(html, GERMAN_WORDS));

    assertThat(french.left()).hasSize(2).allMatch(text -> FRENCH.contains(text));
    assertThat(german.left()).hasSize(2).allMatch(text -> GERMAN.contains(text));
    assertThat(german.fields().title().raw()).isEqualTo("Alte Brücke wird erneuert");
  }

  /** A page put together by hand, on which a card of another post bears the content's class. */
  @Test
  void tagDivWithATinyContainerDropsNothingOutside() {
    JudgedPage page =
        judge("<main>" + FRENCH + "</main><div class=td-post-content>La piscine rouvre</div>");

    assertThat(page.dropped()).isEmpty();
  }

  private static final String WORDPRESS =
      """
      <meta name="generator" content="WordPress 6.8">
      <body class="single single-post postid-77"><div class="site">
      <article><header class="entry-header"><h1 class="entry-title">{title}</h1>
      <div class="entry-meta"><time class="entry-date published" datetime="2026-03-03">{day}</time>
      <span class="author vcard"><a class="url fn n">Nadia Roux</a></span></div></header>
      <div class="entry-content">{text}
      <div class="sharedaddy"><h3>{source}</h3></div>
      <div id="jp-relatedposts" class="jp-relatedposts"><p>{other}</p></div></div>
      <footer class="entry-footer"><span class="cat-links">{section}</span></footer></article>
      <nav class="navigation post-navigation"><div class="nav-links">{previous}</div></nav>
      <div id="comments" class="comments-area"><ol class="comment-list"><li>{bio}</li></ol>
      <div id="respond" class="comment-respond"><h3>{reply}</h3></div></div>
      <aside class="widget-area"><ul class="widget_recent_entries"><li>{other}</li></ul></aside>
      </div></body>""";

  @Test
  void classicWordPressLosesWhatIsAroundTheText() {
    JudgedPage french = judge(fill(WORDPRESS, FRENCH_WORDS));
    JudgedPage german = judge(fill(WORDPRESS, GERMAN_WORDS));

    assertThat(french.rules()).containsExactly("themes/wordpress");
    assertThat(french.left()).hasSize(3).startsWith("Le vieux pont sera rénové");
    assertThat(german.left()).hasSize(3).startsWith("Alte Brücke wird erneuert");
    assertThat(french.fields().published().raw()).isEqualTo("2026-03-03");
    assertThat(french.fields().authors().get(0).raw()).isEqualTo("Nadia Roux");
  }

  /** Magazine themes put the standfirst, and page builders all of the text, elsewhere. */
  @Test
  void classicWordPressSaysNothingAboutWhatIsOutsideOfEntryContent() {
    JudgedPage page =
        judge(
            "<body class='postid-9'><p>Le chapeau est ici.</p><div class=entry-content>"
                + FRENCH
                + "</div><div class=builder-row>"
                + GERMAN
                + "</div></body>");

    assertThat(page.rules()).containsExactly("themes/wordpress");
    assertThat(page.dropped()).isEmpty();
  }

  @Test
  void blockThemeLeavesThePostContentOnly() {
    String html =
        """
        <body class="wp-singular single single-post postid-5"><header>
        <p class="wp-block-site-title">{section}</p></header>
        <h1 class="wp-block-post-title">{title}</h1>
        <div class="wp-block-post-date"><time datetime="2026-03-03T20:15:00+01:00">{day}</time></div>
        <div class="wp-block-post-author-name">Nadia Roux</div>
        <div class="entry-content wp-block-post-content">{text}
        <ul class="wp-block-latest-posts"><li>{other}</li></ul></div>
        <div class="wp-block-post-navigation-link">{previous}</div>
        <div class="wp-block-query"><h2>{related}</h2><p>{other}</p></div>
        <div class="wp-block-comments"><h3>{reply}</h3></div></body>""";

    JudgedPage french = judge(fill(html, FRENCH_WORDS));
    JudgedPage german = judge(fill(html, GERMAN_WORDS));

    assertThat(french.left()).hasSize(2).allMatch(text -> FRENCH.contains(text));
    assertThat(german.left()).hasSize(2).allMatch(text -> GERMAN.contains(text));
    assertThat(new JudgedPage(RuleBook.bundled(), null, html).rules())
        .containsExactly("themes/wordpress-blocks", "themes/wordpress");
  }

  @Test
  void elementorTemplateLeavesThePostContentOnly() {
    String html =
        """
        <body class="single postid-3"><header class="elementor-location-header">{home}</header>
        <div class="elementor-location-single"><h1>{title}</h1>
        <ul class="elementor-post-info"><li>{day}</li></ul>
        <div class="elementor-widget-theme-post-content">{text}
        <div class="elementor-share-buttons">{source}</div></div>
        <div class="elementor-widget-posts"><p>{other}</p></div></div>
        <footer class="elementor-location-footer">{section}</footer></body>""";

    assertThat(judge(fill(html, FRENCH_WORDS)).left())
        .hasSize(2)
        .allMatch(text -> FRENCH.contains(text));
    assertThat(judge(fill(html, GERMAN_WORDS)).left())
        .hasSize(2)
        .allMatch(text -> GERMAN.contains(text));
  }

  /** Without the widget of the post's own text the page was built by hand. */
  @Test
  void elementorPageBuiltByHandKeepsItsWidgets() {
    JudgedPage page =
        judge(
            "<header class=elementor-location-header>Accueil</header>"
                + "<div class=elementor-widget-text-editor>"
                + FRENCH
                + "</div><footer class=elementor-location-footer>Mentions légales</footer>");

    assertThat(page.dropped()).containsExactly("Accueil", "Mentions légales");
  }

  @Test
  void bloggerLeavesThePostBodyOnly() {
    String html =
        """
        <meta name="generator" content="blogger"><div class="header">{section}</div>
        <div class="post hentry"><h3 class="post-title entry-title">{title}</h3>
        <div class="post-body entry-content">{text}</div>
        <div class="post-footer"><span class="post-author"><span class="fn">Nadia Roux</span></span>
        <abbr class="published" title="2026-03-03T20:15:00+01:00">{day}</abbr></div></div>
        <div class="comments" id="comments"><p>{reply}</p></div>
        <div class="blog-pager" id="blog-pager">{previous}</div>
        <div class="widget PopularPosts"><h2>{related}</h2></div>""";

    JudgedPage french = judge(fill(html, FRENCH_WORDS));
    JudgedPage german = judge(fill(html, GERMAN_WORDS));

    assertThat(french.left()).hasSize(2).allMatch(text -> FRENCH.contains(text));
    assertThat(german.left()).hasSize(2).allMatch(text -> GERMAN.contains(text));
    assertThat(german.fields().title().raw()).isEqualTo("Alte Brücke wird erneuert");
    assertThat(german.fields().published().raw()).isEqualTo("2026-03-03T20:15:00+01:00");
  }

  @Test
  void autoblogLosesTheBoxesOfItsPlugins() {
    JudgedPage french =
        judge(FRENCH + "<p class=rss-source>Source : agence</p><div class=feedzy-rss>Flux</div>");
    JudgedPage german = judge(GERMAN + "<p class=wpematico_credit>Quelle: Agentur</p>");

    assertThat(french.dropped()).containsExactly("Source : agence", "Flux");
    assertThat(german.dropped()).containsExactly("Quelle: Agentur");
  }
}
