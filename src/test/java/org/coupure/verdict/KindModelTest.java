package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.PageKind;
import org.coupure.model.TinyModel;
import org.junit.jupiter.api.Test;

class KindModelTest {
  private static final int MAGIC = 0x43504B4D;

  private static KindModel read(byte[] bytes, String... known) throws IOException {
    return KindModel.read("kinds.bin", new ByteArrayInputStream(bytes), List.of(known));
  }

  private static TinyModel.Bytes head(int magic, int format) throws IOException {
    return new TinyModel.Bytes().ints(magic, format).text("2024-05-06").text("two pages");
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    byte[] bytes = head(7, 1).bytes();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage("kinds.bin is not a Coupure model of page kinds");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    byte[] bytes = head(MAGIC, 2).bytes();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage("kinds.bin has format 2, this version reads 1; train it again");
  }

  @Test
  void refusesToAskForWhatNobodyMeasures() throws IOException {
    byte[] bytes = head(MAGIC, 1).ints(1).text("moons").bytes();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(bytes, "suns"))
        .withMessage("kinds.bin asks for moons, which nobody measures; train it again");
  }

  @Test
  void saysWhenItEndsTooEarly() throws IOException {
    byte[] bytes = head(MAGIC, 1).ints(3).text("suns").bytes();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(bytes, "suns"))
        .withMessage("kinds.bin ends too early; train it again, see training/README.md");
  }

  @Test
  void theBundledOneAsksForWhatIsMeasured() {
    assertThat(KindModel.bundled(KindWords.load())).isNotNull();
  }

  @Test
  void anIndexPageMustBeLikelierThanNot() {
    Map<PageKind, Double> odds = new EnumMap<>(PageKind.class);
    odds.put(PageKind.INDEX, 0.45);
    odds.put(PageKind.ARTICLE, 0.3);
    odds.put(PageKind.OTHER, 0.25);
    assertThat(KindJudge.likeliest(odds)).isEqualTo(PageKind.ARTICLE);

    odds.put(PageKind.INDEX, 0.51);
    assertThat(KindJudge.likeliest(odds)).isEqualTo(PageKind.INDEX);
  }
}
