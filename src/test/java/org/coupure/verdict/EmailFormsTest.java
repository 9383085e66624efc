package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;

class EmailFormsTest {
  private static final String TEXT =
      "<p>The keeper lit the lamp at dusk and wrote the hour into the book, as he had done on every"
          + " evening of the last thirty years.</p>";

  private static final String FORM = "<form><input type='email'><button>Go</button></form>";

  private static List<String> dropped(String html) {
    Blocks page = Cut.page(html);
    BlockVerdicts verdicts = new BlockVerdicts(page);
    EmailForms.drop(verdicts);
    return page.list().stream()
        .filter(block -> !verdicts.isOpen(block.index()))
        .map(block -> block.text())
        .toList();
  }

  @Test
  void whatAFieldForAUrlPromisesIsNoText() {
    String box = "<div class='x1'><h4>Lamplight</h4><p>The sea, every Thursday.</p>" + FORM;

    assertThat(dropped("<main>" + TEXT.repeat(3) + box + "</div>" + TEXT.repeat(3)))
        .containsExactly("Lamplight", "The sea, every Thursday.", "Go");
  }

  @Test
  void paragraphsBesideTheBoxStay() {
    assertThat(dropped("<main>" + TEXT.repeat(8) + FORM + TEXT.repeat(8))).containsExactly("Go");
  }

  @Test
  void aPageThatIsHardlyMoreThanItsFormIsLeftToTheModel() {
    assertThat(dropped("<main><p>Write to the keeper.</p>" + FORM + "</main>")).isEmpty();
  }

  @Test
  void otherFieldsAreLeftToTheModel() {
    String search = "<div><p>Search the logs</p><input type='text'></div>";

    assertThat(dropped("<main>" + TEXT.repeat(8) + search)).isEmpty();
  }
}
