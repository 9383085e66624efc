package org.coupure.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.coupure.sqlite.Database;

/**
 * Measures precision, recall and time of {@link NearDuplicates} on articles whose clusters are
 * known: {@code NearDuplicatesBenchmark FOLDER COUNT}. Two fifths are copies of earlier ones, of
 * six kinds.
 */
final class NearDuplicatesBenchmark {
  private static final String[] KINDS = {
    "date line changed",
    "last paragraph cut",
    "sentences cut",
    "two sentences new",
    "a tenth of the words changed",
    "half kept"
  };

  /** Copies that joined the right cluster, and all, of each kind; and wrong ones. */
  record Result(int[] found, int[] copies, int joins, int wrong) {
    double recall() {
      return Arrays.stream(found).sum() / (double) Arrays.stream(copies).sum();
    }

    double precision() {
      return 1 - wrong / (double) joins;
    }
  }

  private final Random random = new Random(7);
  private final List<String> words = new ArrayList<>();
  private final List<List<String>> kept = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();

  NearDuplicatesBenchmark() {
    for (int i = 0; i < 30_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
        word.append("bdfghklmnprstvw".charAt(random.nextInt(15)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      words.add(word.toString());
    }
  }

  /** Frequent words come first, about as Zipf says. */
  private String word() {
    return words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(word());
    for (int count = 7 + random.nextInt(16); count > 0; count--) {
      sentence.append(' ').append(word());
    }
    return sentence.append('.').toString();
  }

  private List<String> article() {
    List<String> sentences = new ArrayList<>();
    for (int count = 8 + random.nextInt(24); count > 0; count--) {
      sentences.add(sentence());
    }
    return sentences;
  }

  private List<String> copy(List<String> original, int kind) {
    List<String> copy = new ArrayList<>(original);
    int size = copy.size();
    switch (kind) {
      case 0 -> copy.set(0, word() + " " + word() + " " + copy.get(0));
      case 1 -> copy.subList(size - Math.max(1, size / 6), size).clear();
      case 2 -> copy.removeIf(sentence -> random.nextInt(5) == 0);
      case 3 -> {
        copy.add(random.nextInt(size), sentence());
        copy.add(random.nextInt(size), sentence());
      }
      case 4 ->
          copy.replaceAll(
              sentence ->
                  String.join(
                      " ",
                      Stream.of(sentence.split(" "))
                          .map(word -> random.nextInt(10) == 0 ? word() : word)
                          .toList()));
      default -> copy.subList(size / 2, size).clear();
    }
    return copy;
  }

  /** Adds so many articles and tells what became of the copies. */
  Result run(NearDuplicates near, int count) {
    Map<String, Integer> clusters = new HashMap<>();
    int[] found = new int[KINDS.length];
    int[] copies = new int[KINDS.length];
    int joins = 0;
    int wrong = 0;
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(5) < 2 && !kept.isEmpty() ? random.nextInt(KINDS.length) : -1;
      int of = kind < 0 ? -1 : random.nextInt(kept.size());
      List<String> text = kind < 0 ? article() : copy(kept.get(of), kind);
      int right = kind < 0 ? i : truth.get(of);
      if (kind < 0) {
        keep(text, i);
      }
      String cluster = near.add("" + i, String.join(" ", text));
      boolean joined = !cluster.equals("" + i);
      clusters.putIfAbsent(cluster, right);
      joins += joined ? 1 : 0;
      wrong += joined && clusters.get(cluster) != right ? 1 : 0;
      if (kind >= 0) {
        copies[kind]++;
        found[kind] += joined && clusters.get(cluster) == right ? 1 : 0;
      }
    }
    return new Result(found, copies, joins, wrong);
  }

  /** Originals of which copies are made; some thousands, so that memory stays small. */
  private void keep(List<String> text, int cluster) {
    if (kept.size() < 5_000) {
      kept.add(text);
      truth.add(cluster);
    } else {
      int at = random.nextInt(kept.size());
      kept.set(at, text);
      truth.set(at, cluster);
    }
  }

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[1]);
    Path file = Path.of(args[0]).resolve("near-" + count + ".sqlite");
    Files.deleteIfExists(file);
    try (Database database = Database.open(file, "benchmark")) {
      NearDuplicates near = NearDuplicates.in(database);
      long start = System.nanoTime();
      Result result =
          database.transact(false, () -> new NearDuplicatesBenchmark().run(near, count));
      double millis = (System.nanoTime() - start) / 1e6 / count;
      System.out.printf(
          Locale.ROOT,
          "%d articles: precision %.4f, recall %.4f, %.2f ms an article, %d MB%n",
          count,
          result.precision(),
          result.recall(),
          millis,
          Files.size(file) >> 20);
      for (int i = 0; i < KINDS.length; i++) {
        System.out.printf(
            Locale.ROOT, "  %s: %.3f%n", KINDS[i], result.found[i] / (double) result.copies[i]);
      }
    }
  }
}
