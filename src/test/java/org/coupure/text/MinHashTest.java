package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MinHashTest {
  @Test
  void theSameWordsAreTheSameWhateverStandsBetweenThem() {
    assertThat(MinHash.of("The council, on Monday: decided at last."))
        .isEqualTo(MinHash.of("the COUNCIL on\nMonday decided at last"));
  }

  @Test
  void estimatesTheShareOfCommonShingles() {
    String text = words(1, 400);
    String other =
        text.substring(0, text.indexOf(" ", text.length() * 3 / 4)) + " " + words(2, 100);

    double shingles = jaccard(text, other);

    assertThat(MinHash.of(text).similarity(MinHash.of(other)))
        .isBetween(shingles - .15, shingles + .15);
  }

  @Test
  void aCopyWithAnotherEndSharesABandAndIsANearDuplicate() {
    String text = words(3, 300);
    MinHash one = MinHash.of(text);
    MinHash copy = MinHash.of("By our correspondent. " + text.substring(0, text.length() * 4 / 5));

    assertThat(one.isNearDuplicateOf(copy)).isTrue();
    assertThat(LongStream.of(one.bands()))
        .anyMatch(key -> LongStream.of(copy.bands()).anyMatch(k -> k == key));
  }

  @Test
  void otherTextsHaveNothingInCommon() {
    assertThat(MinHash.of(words(4, 300)).similarity(MinHash.of(words(5, 300)))).isLessThan(.05);
  }

  @Test
  void charactersOfScriptsWithoutSpacesAreWords() {
    String text = "北京市政府星期一决定关闭河上的旧桥因为桥墩已经损坏将有渡轮运行";

    assertThat(MinHash.of(text).similarity(MinHash.of(text + "记者报道"))).isGreaterThan(.6);
  }

  @Test
  void aTextWithoutWordsIsLikeNoOther() {
    MinHash none = MinHash.of(" … !");

    assertThat(none.bands()).isEmpty();
    assertThat(none.isNearDuplicateOf(none)).isFalse();
    assertThat(MinHash.of(none.bytes())).isEqualTo(none);
  }

  @Test
  void comesBackFromItsBytes() {
    MinHash sketch = MinHash.of("one two three");

    assertThat(sketch.bytes()).hasSize(MinHash.BYTES);
    assertThat(MinHash.of(sketch.bytes())).isEqualTo(sketch);
    assertThatThrownBy(() -> MinHash.of(new byte[5]))
        .hasMessage("a sketch has 192 bytes, or none, was 5");
  }

  /** Sketches are stored, so they must stay the same from version to version. */
  @Test
  void theHashesArePinned() {
    assertThat(Arrays.hashCode(MinHash.of("The bridge over the river is closed").bytes()))
        .isEqualTo(-663165977);
  }

  private static double jaccard(String one, String other) {
    var a = shingles(one);
    var b = shingles(other);
    long both = a.stream().filter(b::contains).count();
    return both / (double) (a.size() + b.size() - both);
  }

  private static Set<String> shingles(String text) {
    String[] words = text.split(" ", -1);
    return IntStream.range(0, words.length - 3)
        .mapToObj(i -> String.join(" ", Arrays.copyOfRange(words, i, i + 4)))
        .collect(Collectors.toSet());
  }

  private static String words(int seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(5_000))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aBandIsFourMinimaAndItsPlace() {
    byte[] bytes = MinHash.of(words(6, 50)).bytes();
    long[] bands = MinHash.of(bytes).bands();

    assertThat(bands).hasSize(32).doesNotHaveDuplicates();
    int rows = bytes.length / 2 / bands.length;
    for (int band = 0; band < bands.length; band++) {
      long key = 0;
      for (int i = band * rows * 2; i < (band + 1) * rows * 2; i++) {
        key = key << 8 | bytes[i] & 0xFF;
      }
      assertThat(bands[band]).isEqualTo(key << 16 | band);
    }
  }

  @Test
  void textsOfTwoWordsHaveASketchTooAndEmptyOnesHaveNone() {
    MinHash two = MinHash.of("two words");

    assertThat(two.similarity(MinHash.of("Two, words!"))).isEqualTo(1);
    assertThat(two.similarity(MinHash.of("words two"))).isLessThan(.1);
    assertThat(MinHash.of("...").bands()).isEmpty();
    assertThat(MinHash.of("...").similarity(two)).isZero();
    assertThat(two.similarity(MinHash.of("..."))).isZero();
    assertThat(two).isNotEqualTo(MinHash.of("...")).hasSameHashCodeAs(MinHash.of("two words"));
    assertThat(two.hashCode()).isNotZero();
  }
}
