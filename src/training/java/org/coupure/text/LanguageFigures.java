package org.coupure.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.text.Languages.Detected;

/**
 * Prints how often and how fast languages are told: {@code LanguageFigures CUTS}, with what {@code
 * training/language_cuts.py} writes. Each disagreement is printed, to be judged by eye.
 */
final class LanguageFigures {
  private static final int ROUNDS = 10;
  private static final int ARTICLE = 2_000;
  private static final double NANOS_A_MICRO = 1_000;

  private LanguageFigures() {}

  public static void main(String[] args) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Languages languages = Languages.bundled();
    System.out.printf("load: %.0f us%n", since(threads, start));
    Map<String, int[]> right = new TreeMap<>();
    List<String> articles = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] parts = line.split("\t", 3);
      judge(languages, parts, right);
      if (parts[2].length() > ARTICLE) {
        articles.add(parts[2]);
      }
    }
    right.forEach((key, n) -> System.out.printf("%s: %d of %d%n", key, n[0], n[1]));
    for (int round = 0; round < ROUNDS; round++) {
      start = threads.getCurrentThreadCpuTime();
      articles.forEach(languages::detect);
      System.out.printf("%.1f us an article%n", since(threads, start) / articles.size());
    }
  }

  private static void judge(Languages languages, String[] parts, Map<String, int[]> right) {
    Detected detected = languages.detect(parts[2]);
    boolean same = detected != null && Languages.same(detected.tag(), parts[1]);
    for (String key : List.of(parts[0], parts[0] + " " + parts[1])) {
      int[] counts = right.computeIfAbsent(key, unused -> new int[2]);
      counts[0] += same ? 1 : 0;
      counts[1]++;
    }
    if (!same) {
      String text = parts[2].substring(0, Math.min(parts[2].length(), 120));
      System.out.printf("%s %s, but %s: %s%n", parts[0], parts[1], detected, text);
    }
  }

  private static double since(ThreadMXBean threads, long start) {
    return (threads.getCurrentThreadCpuTime() - start) / NANOS_A_MICRO;
  }
}
