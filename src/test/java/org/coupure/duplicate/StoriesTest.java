package org.coupure.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.sqlite.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String TITLE = "Ferry captain Brandt freed after Kiel court ruling";
  private static final String TEXT =
      "A court in Kiel has freed the ferry captain Jonas Brandt, who was held since the collision"
          + " of the Nordstern in January. The judges found no proof that Brandt had been drinking.";
  private static final String OTHER_TITLE = "Kiel judges let captain of the Nordstern go";
  private static final String OTHER_TEXT =
      "Jonas Brandt may go home: seven weeks after his ferry, the Nordstern, rammed a pier, judges"
          + " ruled on Monday that the captain need not wait for his trial in Kiel behind bars.";

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("stories.sqlite"), "test");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneEventInTwoPapersWordsIsOneStory() throws IOException {
    Stories stories = Stories.in(database);

    assertThat(stories.add("a", TITLE, TEXT, NOW)).isEqualTo("a");
    assertThat(stories.add("b", OTHER_TITLE, OTHER_TEXT, NOW)).isEqualTo("a");
    assertThat(
            stories.add(
                "c",
                "Kiel council wants cheaper ferry for pupils",
                "Pupils may soon pay less on the ferry in Kiel, if the council agrees in May.",
                NOW))
        .isEqualTo("c");
    assertThat(stories.add("d", "", "", NOW)).isEqualTo("d");
  }

  @Test
  void scriptsWithoutSpacesAreReadInPairs() throws IOException {
    Stories stories = Stories.in(database);
    stories.add("a", "东京湾渡轮船长获释", "基尔法院释放了渡轮船长勃兰特", NOW);

    assertThat(stories.add("b", "渡轮船长勃兰特获释", "法院周一释放勃兰特船长", NOW)).isEqualTo("a");
  }

  @Test
  void whatIsToldDaysLaterIsAnotherTurn() throws IOException {
    Stories stories = Stories.in(database);
    stories.add("a", TITLE, TEXT, NOW);
    Instant later = NOW.plus(Stories.WINDOW).plus(Duration.ofSeconds(1));

    assertThat(stories.add("b", OTHER_TITLE, OTHER_TEXT, later)).isEqualTo("b");
    stories.forget(later);
    assertThat(database.query("SELECT story FROM story_text", row -> row.getString(1)))
        .containsExactly("b");
    assertThat(database.query("SELECT DISTINCT number FROM story_term", row -> row.getLong(1)))
        .containsExactly(2L);
  }

  /** What is found today and is of another week tells of other events. */
  @Test
  void articlesAreComparedByTheDayOfWhichTheyAre() throws IOException {
    Stories stories = Stories.in(database);
    stories.add("a", TITLE, TEXT, NOW);

    Instant before = NOW.minus(Stories.WINDOW).minus(Duration.ofSeconds(1));
    assertThat(stories.add("b", OTHER_TITLE, OTHER_TEXT, before)).isEqualTo("b");
    assertThat(stories.add("c", OTHER_TITLE, OTHER_TEXT, NOW.plusSeconds(60))).isEqualTo("a");
  }

  /** Events in six languages, with others on the same topic or of the same people. */
  @Test
  void joinsOneRecipeAndNoOtherEventOfWrittenArticles() throws IOException {
    Stories stories = Stories.in(database);
    Map<String, String> events = new HashMap<>();
    int together = 0;
    int found = 0;
    List<String> wrong = new ArrayList<>();
    for (String line : written()) {
      String[] parts = line.split(" \\| ", -1);
      String id = "" + events.size();
      boolean told = events.containsValue(parts[0]);
      events.put(id, parts[0]);
      String story = stories.add(id, parts[1], parts[2], NOW);
      together += told ? 1 : 0;
      found += told && parts[0].equals(events.get(story)) && !story.equals(id) ? 1 : 0;
      if (!parts[0].equals(events.get(story))) {
        wrong.add(parts[1]);
      }
    }
    assertThat(wrong).containsExactly("The best apple cake with cream");
    assertThat(together).isEqualTo(13);
    assertThat(found).isGreaterThanOrEqualTo(12);
  }

  private static List<String> written() throws IOException {
    try (InputStream in = StoriesTest.class.getResourceAsStream("stories.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void findsMostOfASyntheticWeekAndJoinsLittleElse() throws IOException {
    Stories stories = Stories.in(database);

    var result = database.transact(false, () -> new StoriesBenchmark().run(stories, 300));

    assertThat(result.precision()).isGreaterThan(.99);
    assertThat(result.recall()).isGreaterThan(.6);
  }
}
