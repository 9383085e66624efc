package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Blocks;
import org.coupure.block.Cut;
import org.coupure.model.WordOdds;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextPassTest {
  private static final String PROSE =
      "<p>The keeper lit the lamp at dusk and wrote the hour into the book, as he had done on every"
          + " evening of the last thirty years, while the ferry to the islands went out.</p>";

  private static final String ARTICLE = article(6);

  /** Returns paragraphs that differ by a number. */
  private static String article(int paragraphs) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      html.append(PROSE.replace("thirty", 30 + i + ""));
    }
    return html.toString();
  }

  /** Returns the texts that are dropped of a page of which the model keeps everything. */
  private static List<String> dropped(String html) {
    Blocks page = Cut.page(html);
    boolean[] keep = new boolean[page.list().size()];
    Arrays.fill(keep, true);
    DraftVerdicts draft = look(page, keep, 0.6f);
    return page.list().stream()
        .filter(block -> !draft.isKept(block.index()))
        .map(block -> block.text())
        .toList();
  }

  /** Returns the headings that are kept of a page of which the model drops all headings. */
  private static List<String> restored(String html, float p) {
    Blocks page = Cut.page(html);
    boolean[] keep = new boolean[page.list().size()];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = page.list().get(i).level() == 0;
    }
    DraftVerdicts draft = look(page, keep.clone(), p);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < keep.length; i++) {
      if (!keep[i] && draft.isKept(i)) {
        texts.add(page.list().get(i).text());
      }
    }
    return texts;
  }

  private static DraftVerdicts look(Blocks page, boolean[] keep, float p) {
    boolean[] open = new boolean[keep.length];
    float[] probabilities = new float[keep.length];
    Arrays.fill(open, true);
    Arrays.fill(probabilities, p);
    FeatureContext view =
        new FeatureContext(
            page, new ClassWords(WordOdds.NONE), WordSet.EMPTY, PhraseBook.bundled());
    DraftVerdicts draft = new DraftVerdicts(view, keep, open);
    ContextPass.look(draft, probabilities);
    return draft;
  }

  @Test
  void headingsBetweenKeptParagraphsAreKept() {
    String html = "<main>" + PROSE + "<h2>Three ferries a day</h2>" + PROSE + "</main>";

    assertThat(restored(html, 0.2f)).containsExactly("Three ferries a day");
    assertThat(restored(html, 0.05f)).isEmpty();
  }

  @Test
  void headingsMayHaveABoxOfTheirOwn() {
    String box = "<div class='block'>";
    String html =
        "<main>" + box + PROSE + "</div>" + box + "<h3>Who pays?</h3></div>" + box + PROSE;

    assertThat(restored(html, 0.2f)).containsExactly("Who pays?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<main><h2>Opening</h2>%s</main>",
        "<main>%1$s<h2>Closing</h2></main>",
        "<main>%1$s<h2>Closing</h2></main><footer><div><p>Imprint</p></div></footer>",
        "<main>%1$s<h2><a href='/ferries'>Ferries on strike</a></h2>%1$s</main>",
        "<main>%1$s<h2>Related articles</h2>%1$s</main>",
        "<main>%1$s<h2>One</h2><ul><li>more</li></ul></main>",
      })
  void otherHeadingsAreLeftToTheModel(String html) {
    assertThat(restored(String.format(html, PROSE), 0.2f)).isEmpty();
  }

  @Test
  void captionsStandInABoxNamedForItsImage() {
    String box =
        "<div class='image-widget__x1'><div><img src='lamp.jpg'></div>"
            + "<p>The lamp before it was cleaned</p><p>Image: Ada Holm</p></div>";

    assertThat(dropped(ARTICLE + box + PROSE))
        .containsExactly("The lamp before it was cleaned", "Image: Ada Holm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='image-widget'><p>No image stands in this box</p></div>",
        "<div class='teaser'><img src='a.jpg'><p>The box is called otherwise</p></div>",
        "<div class='image'><img src='a.jpg'><h2>A heading over its image</h2></div>",
        "<div class='image'><img src='a.jpg'><p>One</p><p>Two</p><p>Three</p><p>Four</p></div>",
      })
  void otherTextBesideImagesIsLeftToTheModel(String box) {
    assertThat(dropped(ARTICLE + box + PROSE)).isEmpty();
  }

  @Test
  void pagesThatAreImagesWithWordsKeepThem() {
    String box = "<div class='photo'><img src='a.jpg'><p>A house with a view of the bay</p></div>";

    assertThat(dropped("<p>Houses</p>" + box.repeat(5))).isEmpty();
    assertThat(dropped(ARTICLE + box.repeat(12))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign up for our newsletter and read the best of the week every Friday.",
        "Unser Newsletter bringt das Wichtigste ins Postfach: <a href='/n'>hier anmelden</a>.",
        "Recevez notre infolettre du matin, <a href='/n'>abonnez-vous</a>.",
        "Suscríbete a nuestro boletín de noticias.",
        "Подпишитесь на нашу рассылку.",
        "メールマガジンの登録はこちら。",
        "Follow us on Facebook and Telegram for more of the islands.",
      })
  void offersOfLettersAndChannelsAreDropped(String offer) {
    assertThat(dropped(ARTICLE + "<p>" + offer + "</p>" + PROSE)).hasSize(1);
  }

  @Test
  void offersAreDroppedAsPhrases() {
    Blocks page = Cut.page(ARTICLE + "<p>Sign up for our newsletter.</p>");
    boolean[] keep = new boolean[page.list().size()];
    Arrays.fill(keep, true);

    assertThat(look(page, keep, 0.6f).change(6))
        .isEqualTo(new DraftVerdicts.Change(false, Decider.PHRASE, "an offer of a newsletter"));
  }

  @Test
  void pagesAboutLettersKeepWhatTheySayOfThem() {
    String line = "<p>Readers sign up for a newsletter on Friday.</p>";

    assertThat(dropped("<title>How a newsletter grows</title>" + ARTICLE + line)).isEmpty();
    assertThat(dropped(ARTICLE + line.repeat(4))).isEmpty();
  }

  @Test
  void aLongSentenceWithoutALinkExplains() {
    String line =
        "<p>The paper lost half of those who had subscribed to its newsletter when the price went"
            + " up, and it took two years until they came back to it.</p>";

    assertThat(dropped(ARTICLE + line)).isEmpty();
  }

  @Test
  void listsOfWhatSubscribersGetAreDropped() {
    String list =
        "<ul><li>Unlimited digital access to all articles</li><li>The daily crossword</li>"
            + "<li>Our ePaper on every device</li><li>Fewer ads</li></ul>";

    assertThat(dropped(ARTICLE + "<p>Subscribe now to read on</p>" + list + PROSE)).hasSize(4);
    assertThat(dropped(ARTICLE + "<p>The library lends</p>" + list + PROSE)).isEmpty();
  }

  @Test
  void listsOfOtherThingsStay() {
    String list = "<ul><li>Two lamps</li><li>A digital clock</li><li>Rope and oil</li></ul>";

    assertThat(dropped(ARTICLE + "<p>Members of the crew brought:</p>" + list)).isEmpty();
  }

  @Test
  void pagesWithoutProseKeepTheirOffers() {
    assertThat(dropped("<p>Sign up for our newsletter.</p>" + PROSE)).isEmpty();
  }

  @Test
  void whatOthersDecidedStays() {
    Blocks page = Cut.page(ARTICLE + "<p>Sign up for our newsletter.</p>");
    boolean[] keep = new boolean[page.list().size()];
    Arrays.fill(keep, true);
    FeatureContext view =
        new FeatureContext(
            page, new ClassWords(WordOdds.NONE), WordSet.EMPTY, PhraseBook.bundled());
    DraftVerdicts draft = new DraftVerdicts(view, keep, new boolean[keep.length]);

    ContextPass.look(draft, new float[keep.length]);

    assertThat(draft.isKept(6)).isTrue();
    assertThat(draft.change(6)).isNull();
  }

  @Test
  void paragraphsAreSaidOnce() {
    String other = PROSE.replace("thirty", "forty");

    assertThat(dropped(PROSE + other + "<div class='narrow'>" + PROSE + "</div>")).hasSize(1);
    assertThat(dropped(PROSE + other + PROSE)).isEmpty();
    assertThat(dropped("<p>Light!</p>" + other + "<p>Light!</p>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>The ferry to the islands went out</blockquote>",
        "<aside><p>“The ferry to the islands went out.”</p></aside>",
        "<div class='pull-quote'><p>the ferry to the islands went out</p></div>",
      })
  void pullQuotesAreDropped(String quote) {
    String said =
        "<p>Then, he said, the ferry to the islands went out without a light. "
            + "The ferry to the islands went out.</p>";

    assertThat(dropped(ARTICLE + quote + said)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>The lamp has never gone out in a storm</blockquote>",
        "<p>The keeper lit the lamp at dusk</p>",
        "<h2>The keeper lit the lamp at dusk</h2>",
        "<blockquote>The keeper lit</blockquote>",
      })
  void otherQuotesAndEchoesStay(String quote) {
    assertThat(dropped(ARTICLE + quote + PROSE)).isEmpty();
  }

  @Test
  void cardsBetweenParagraphsAreOfOtherArticles() {
    String card = "<div><a href='/fog'><img src='fog.jpg'><h4>Fog over the strait</h4></a></div>";

    assertThat(dropped("<main>" + article(3) + card + article(2)))
        .containsExactly("Fog over the strait");
    assertThat(dropped("<main>" + card.repeat(2) + article(3))).isEmpty();
    assertThat(dropped("<main>" + article(3) + "<h4><a href='/x'>A lamp</a></h4>" + article(2)))
        .isEmpty();
  }

  @Test
  void theNewsroomsUrlIsNoText() {
    String line = "<p>Do you know more? Write to newsdesk@example.org</p>";
    String other = "<p>Bookings: lighthouse@example.org</p>";

    assertThat(dropped("<main>" + ARTICLE + line + other))
        .containsExactly("Do you know more? Write to newsdesk@example.org");
  }
}
