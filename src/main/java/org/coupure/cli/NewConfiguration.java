package org.coupure.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/**
 * What {@code coupure init} writes. Immutable.
 *
 * @param opml the OPML files whose feeds are followed
 * @param sites the sites that were looked at, with or without a result
 * @param subjects queries
 * @param visits the keys of {@code visits}, contact first
 */
record NewConfiguration(
    List<String> opml, List<FoundSite> sites, List<String> subjects, Map<String, String> visits) {
  private static final String HEAD =
      """
      # Whom to follow, about what, and where the articles go. All keys are explained in
      # coupure.example.yaml, and docs/desk.md says how they work together. After each change
      #   coupure status FILE
      # checks this file. Paths are relative to it.

      # Whom to follow: feed, sitemap, index (a page that leads to articles), list or opml.
      """;

  private static final String SUBJECTS =
      """

      # What articles are sorted by: words, "phrases", begin*, AND, OR, NOT, NEAR/5, title:word.
      # What belongs to no subject is kept all the same.
      """;

  private static final String NO_SUBJECTS =
      """
      # subjects:
      #   - name: Water
      #     query: (water OR river) NEAR/8 price*
      """;

  private static final String REST =
      """

      # Where records go besides the store, which coupure search and coupure review read.
      outputs:
        - to: articles.jsonl
        # A folder of Markdown and a feed for any reader for each subject:
        # - to: by-subject/{subject}/
        #   format: md
        # - to: feeds/{subject}.atom

      # All records are kept here; for ever, unless `keep` says otherwise.
      store: coupure-store.sqlite
      # keep: 5y
      # A new subject or output gets what the store has of this age.
      backfill: 30d

      # How often sources are visited that say nothing else, and what is too old to be read.
      schedule: every 30m
      filter:
        since: 30d

      # How sites are treated; `contact` tells them how to reach you.
      """;

  NewConfiguration {
    opml = List.copyOf(opml);
    sites = List.copyOf(sites);
    subjects = List.copyOf(subjects);
    visits = new LinkedHashMap<>(visits);
  }

  /** Returns it as the text of a file called {@code name}. */
  String yaml(String name) {
    YamlWriter sources = YamlWriter.plain().key(0, "sources");
    for (String file : opml) {
      sources.item(2, Map.of("opml", List.of(file)));
    }
    Set<String> names = new HashSet<>();
    for (FoundSite site : sites) {
      if (site.isFound()) {
        Map<String, List<String>> entry = new LinkedHashMap<>();
        entry.put("name", List.of(unique(site, names)));
        entry.put(site.key(), site.urls());
        sources.item(2, entry);
      } else {
        sources.comment(site.said());
      }
    }
    YamlWriter visiting = YamlWriter.plain().key(0, "visits");
    visits.forEach((key, value) -> visiting.entry(2, key, value));
    if (!visits.containsKey("contact")) {
      visiting.comment("  contact: you@example.org");
    }
    visiting.bare(2, "delay", "2s");
    return HEAD.replace("FILE", name.replaceAll("\\p{Cc}", "?"))
        + sources
        + SUBJECTS
        + (subjects.isEmpty() ? NO_SUBJECTS : queries())
        + REST
        + visiting;
  }

  private String queries() {
    YamlWriter yaml = YamlWriter.plain().key(0, "subjects");
    for (String query : subjects) {
      Map<String, List<String>> entry = new LinkedHashMap<>();
      entry.put("name", List.of(query));
      entry.put("query", List.of(query));
      yaml.item(2, entry);
    }
    return yaml.toString();
  }

  /** Two pages of one host are two sources. */
  private static String unique(FoundSite site, Set<String> names) {
    String name = site.name();
    for (int number = 2; !names.add(name); number++) {
      name = site.name() + " " + number;
    }
    return name;
  }

  /** Returns how many sources it has, not counting those of OPML files. */
  long found() {
    return sites.stream().filter(FoundSite::isFound).count();
  }

  /** Returns the sites without a result. */
  List<FoundSite> missing() {
    return sites.stream().filter(site -> !site.isFound()).toList();
  }

  /** Puts a key of {@code visits}, unless there is nothing to say. */
  static void put(Map<String, String> visits, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      visits.put(key, value.strip());
    }
  }
}
