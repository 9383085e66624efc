package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The structured data (schema.org) of a page as a list of things, references resolved. Made by one
 * thread, read-only afterwards.
 */
final class LinkedData {
  private static final int MAX_DEPTH = 12;

  /** Members under which a page lists other things than the one it is about. */
  private static final String LISTED =
      " itemlistelement haspart relatedlink mentions citation "
          + " isrelatedto workexample subjectof significantlink ispartof ";

  private final List<Thing> things = new ArrayList<>();
  private final Map<String, Json> byId = new HashMap<>();

  /**
   * One typed object.
   *
   * @param json its members
   * @param types its types without their URL, such as {@code NewsArticle}
   * @param listed whether it stands in a list of things that the page only points to
   */
  record Thing(Json json, List<String> types, boolean listed) {
    /** The least rank of something that was made and may have a headline of its own. */
    static final int WORK = 3;

    /** Returns how likely a page with such a thing is about it: 0 never, 5 an article. */
    int rank() {
      int rank = 0;
      for (String type : types) {
        rank = Math.max(rank, rank(type));
      }
      return rank;
    }

    /** Returns the same for one type. */
    static int rank(String type) {
      if (type.endsWith("Article") || (type.endsWith("Posting") && !type.equals("JobPosting"))) {
        return 5;
      }
      return switch (type) {
        case "Report", "Reportage", "OpinionPiece", "Recipe", "ClaimReview" -> 5;
        case "Question", "HowTo", "Review", "PodcastEpisode", "Book", "Course", "Event" -> 4;
        case "CreativeWork", "VideoObject", "AudioObject", "Product", "JobPosting" -> 3;
        case "WebPage", "ItemPage", "AboutPage", "QAPage", "MedicalWebPage" -> 2;
        case "CollectionPage", "ProfilePage", "FAQPage", "SearchResultsPage" -> 1;
        default -> 0;
      };
    }

    boolean is(String type) {
      return types.contains(type);
    }
  }

  static LinkedData of(List<Json> roots) {
    LinkedData data = new LinkedData();
    for (Json root : roots) {
      data.collect(root, false, 0);
    }
    return data;
  }

  private void collect(Json json, boolean listed, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (json instanceof Json.Items items) {
      items.items().forEach(item -> collect(item, listed, depth + 1));
    } else if (json instanceof Json.Node node) {
      // The questions of an FAQ are parts of a page about something else.
      boolean lists = register(node, listed).contains("FAQPage");
      node.members()
          .forEach(
              (name, member) -> {
                if (!(member instanceof Json.Text)) {
                  collect(member, lists || listed || isListing(name), depth + 1);
                }
              });
    }
  }

  private static boolean isListing(String member) {
    return LISTED.contains(" " + member.toLowerCase(Locale.ROOT) + " ");
  }

  private List<String> register(Json.Node node, boolean listed) {
    String id = node.text("@id");
    if (id != null) {
      Json known = byId.get(id);
      if (!(known instanceof Json.Node other) || other.members().size() < node.members().size()) {
        byId.put(id, node);
      }
    }
    List<String> types = new ArrayList<>(1);
    for (Json type : node.all("@type")) {
      String name = type.text();
      if (name != null) {
        types.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
      }
    }
    if (!types.isEmpty()) {
      things.add(new Thing(node, types, listed));
    }
    return types;
  }

  /** Returns the things in page order. */
  List<Thing> things() {
    return things;
  }

  /** Returns the object that {@code json} refers to by its {@code @id}, else itself. */
  Json resolve(Json json) {
    String id = json.text("@id");
    if (id == null) {
      return json;
    }
    Json target = byId.get(id);
    return target == null ? json : target;
  }

  /** Returns a member's objects and texts, references resolved. */
  List<Json> all(Json json, String member) {
    List<Json> values = json.all(member);
    if (values.isEmpty()) {
      return values;
    }
    List<Json> resolved = new ArrayList<>(values.size());
    values.forEach(value -> resolved.add(resolve(value)));
    return resolved;
  }

  /** Returns the name of the first thing of {@code type}, or null. */
  @Nullable String nameOf(String type) {
    for (Thing thing : things) {
      if (thing.is(type) && thing.json().text("name") != null) {
        return thing.json().text("name");
      }
    }
    return null;
  }
}
