package org.coupure.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.coupure.sqlite.Database;

/**
 * Measures precision and recall (B-cubed) of {@link Stories} on articles whose events are known:
 * {@code StoriesBenchmark FOLDER EVENTS}. An event is of one of 60 fields, with names and words of
 * the field (which other events of it have, too) and of its own; one to twelve papers tell of it
 * within a day and a half, each in a headline and a lead of its own, with some of its names and
 * words and much else. Half of the names are of people of the field who are in the news again and
 * again.
 */
final class StoriesBenchmark {
  private static final int FIELDS = 60;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** Of what was joined, the right share; of what belongs together, the found share. */
  record Result(int articles, double precision, double recall) {
    double f1() {
      return 2 * precision * recall / (precision + recall);
    }
  }

  private record Event(int number, List<String> names, List<String> words, List<String> field) {}

  private record Telling(Instant at, int event, String title, String text) {}

  private final Random random = new Random(11);
  private final List<String> words = new ArrayList<>();
  private final List<List<String>> people = new ArrayList<>();
  private final List<List<String>> fields = new ArrayList<>();

  StoriesBenchmark() {
    for (int i = 0; i < 30_000; i++) {
      words.add(invented(2 + random.nextInt(3)));
    }
    for (int i = 0; i < FIELDS; i++) {
      people.add(names(20));
      fields.add(frequent(40, 3_000));
    }
  }

  private String invented(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append("bdfghklmnprstvw".charAt(random.nextInt(15)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = invented(3 + random.nextInt(2));
      names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    return names;
  }

  private List<String> frequent(int count, int rank) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(words.get(random.nextInt(rank)));
    }
    return some;
  }

  /** Frequent words come first, about as Zipf says. */
  private String word() {
    return words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Event event(int number) {
    int field = random.nextInt(FIELDS);
    List<String> names = names(2);
    names.add(any(people.get(field)));
    names.add(any(people.get(field)));
    return new Event(number, names, frequent(10, 12_000), fields.get(field));
  }

  private Telling telling(Event event, Instant at) {
    List<String> title = new ArrayList<>();
    title.add(any(event.names));
    title.add(random.nextBoolean() ? any(event.names) : any(event.words));
    title.add(any(event.words));
    title.add(any(event.field));
    for (int i = random.nextInt(4); i >= 0; i--) {
      title.add(word());
    }
    List<String> text = new ArrayList<>();
    event.names.stream().filter(name -> random.nextInt(10) < 7).forEach(text::add);
    event.words.stream().filter(word -> random.nextInt(10) < 5).forEach(text::add);
    for (int i = 0; i < 6; i++) {
      text.add(any(event.field));
    }
    for (int i = 30 + random.nextInt(30); i > 0; i--) {
      text.add(word());
    }
    java.util.Collections.shuffle(text, random);
    return new Telling(at, event.number, String.join(" ", title), String.join(" ", text) + ".");
  }

  /** Two hundred events a day, told one after the other. */
  private List<Telling> tellings(int events) {
    List<Telling> tellings = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Event event = event(i);
      Instant first = START.plus(Duration.ofSeconds(432L * i));
      // Most events stand in one paper or two.
      int papers = 1 + (int) Math.floor(12 * Math.pow(random.nextDouble(), 3));
      for (int paper = 0; paper < papers; paper++) {
        tellings.add(telling(event, first.plus(Duration.ofMinutes(random.nextInt(36 * 60)))));
      }
    }
    tellings.sort(java.util.Comparator.comparing(Telling::at));
    return tellings;
  }

  Result run(Stories stories, int events) {
    List<Telling> tellings = tellings(events);
    Map<String, Set<Integer>> found = new HashMap<>();
    Map<Integer, Set<Integer>> truth = new HashMap<>();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < tellings.size(); i++) {
      Telling telling = tellings.get(i);
      String story = stories.add("" + i, telling.title, telling.text, telling.at);
      told.add(story);
      found.computeIfAbsent(story, key -> new HashSet<>()).add(i);
      truth.computeIfAbsent(telling.event, key -> new HashSet<>()).add(i);
    }
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < tellings.size(); i++) {
      Set<Integer> mine = found.get(told.get(i));
      Set<Integer> right = truth.get(tellings.get(i).event);
      double common = mine.stream().filter(right::contains).count();
      precision += common / mine.size();
      recall += common / right.size();
    }
    return new Result(tellings.size(), precision / tellings.size(), recall / tellings.size());
  }

  public static void main(String[] words) throws IOException {
    Path file = Path.of(words[0], "stories.sqlite");
    Files.deleteIfExists(file);
    try (Database database = Database.open(file, "benchmark")) {
      Stories stories = Stories.in(database);
      Result result =
          database.transact(
              false, () -> new StoriesBenchmark().run(stories, Integer.parseInt(words[1])));
      System.out.printf(
          Locale.ROOT,
          "%d articles: precision %.3f recall %.3f F1 %.3f%n",
          result.articles,
          result.precision,
          result.recall,
          result.f1());
    }
  }
}
