package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.Clipper;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownSiteNameTest {
  private static final String TEXT =
      """
      <p>The council voted on Tuesday to close the old bridge for two years, because the steel has \
      rusted beyond what the engineers call safe, and the detour will cost half an hour a day.</p>
      <p>Shop owners on the north bank say they will lose their customers, and they want the city \
      to pay for a ferry; the mayor answered that no money is in the budget before next spring.</p>
      """;

  private static String title(String title, String logo, String imprint) {
    String html =
        "<title>%s</title><div class='top'>%s</div><main>%s</main><footer><p>%s</p></footer>"
            .formatted(title, logo, TEXT, imprint);
    Page page = Page.builder("page.html", html.getBytes(StandardCharsets.UTF_8)).build();
    return Clipper.create().clip(page).article().headline().title();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Old bridge closes - The Tarn Mail;  <a class='logo' href='/'>The Tarn Mail</a>; (c) 2025 Ann
          Old bridge closes « Tarn Mail;      <a href='/'><img alt='Tarn Mail'></a>;      Contact
          Le pont ferme – La Dépêche du Tarn; <a href='/'>Accueil</a>; © 2019-2025 La Dépêche du Tarn.
          Tarn Mail: The old bridge closes;   <p class='site-title'>Tarn Mail</p>;        Contact
          """)
  void nameInLogoOrImprintIsNoPartOfTheTitle(String title, String logo, String imprint) {
    assertThat(title(title, logo, imprint)).doesNotContain("Tarn").containsAnyOf("bridge", "pont");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          The old bridge – and what it costs; <a class='logo' href='/'>Tarn Mail</a>; Contact
          Tarn: The old bridge closes;        <a class='logo' href='/'>Tarn Mail</a>; © Tarn Mail
          """)
  void partsThatNameNoSiteStay(String title, String logo, String imprint) {
    assertThat(title(title, logo, imprint)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({"body,custom-logo,1", "div,brand-list,25"})
  void linksOfAPageOrALongListAreNoLogos(String box, String name, int before) {
    String links = "<a href='/x'>Another</a> ".repeat(before) + "<a href='/b'>Bridges</a>";
    String html =
        "<title>Bridges – The Tarn Mail</title><%s class='%s'><p>%s</p>%s"
            .formatted(box, name, links, TEXT);
    Page page = Page.builder("page.html", html.getBytes(StandardCharsets.UTF_8)).build();

    assertThat(Clipper.create().clip(page).article().headline().title()).startsWith("Bridges");
  }
}
