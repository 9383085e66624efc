package org.coupure.metadata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.coupure.article.Moment;
import org.coupure.block.Scripts;
import org.coupure.json.Json;
import org.coupure.json.JsonScript;
import org.coupure.json.StateScripts;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When the state that a framework left in a page's scripts says that the article was published: in
 * the object that bears the page's title. States list other articles, too, so no other object
 * counts. Used by one thread.
 */
final class StateDates {
  private static final List<String> TITLES = MetaNames.of("state-title");
  private static final List<String> DATES = MetaNames.of("state-published");
  private static final StateScripts STATES = StateScripts.load();

  private final PlausibleDates dates;
  private final List<Element> scripts;
  private final @Nullable String title;

  StateDates(PlausibleDates dates, List<Element> scripts, @Nullable String title) {
    this.dates = dates;
    this.scripts = scripts;
    this.title = title;
  }

  /**
   * Returns the day of all objects that bear the title, or null when they differ or there is none.
   */
  @Nullable Found<Moment> published() {
    String key = title == null ? "" : Text.key(title);
    Found<Moment> found = null;
    for (Element script : key.isEmpty() ? List.<Element>of() : scripts) {
      String text =
          Scripts.isLinkedData(script)
              ? ""
              : STATES.state(script.attr("type"), Scripts.data(script));
      Json state = text.isEmpty() ? null : JsonScript.state(text);
      Deque<Json> open = new ArrayDeque<>();
      if (state != null) {
        open.push(state);
      }
      while (!open.isEmpty()) {
        Json value = open.pop();
        Found<Moment> day = value instanceof Json.Node node ? titled(node, key) : null;
        if (day != null && found != null && !PublishDates.sameDay(day.value(), found.value())) {
          return null;
        }
        found = found == null ? day : found;
        push(value, open);
      }
    }
    return found;
  }

  private static void push(Json value, Deque<Json> open) {
    if (value instanceof Json.Node node) {
      node.members().values().forEach(open::push);
    } else if (value instanceof Json.Items items) {
      items.items().forEach(open::push);
    }
  }

  private @Nullable Found<Moment> titled(Json.Node node, String key) {
    for (Map.Entry<String, Json> member : node.members().entrySet()) {
      String text = TITLES.contains(member.getKey()) ? member.getValue().text() : null;
      if (text != null && Headlines.hasKey(Text.plain(text), key)) {
        return published(node);
      }
    }
    return null;
  }

  private @Nullable Found<Moment> published(Json.Node node) {
    for (String name : DATES) {
      String raw = node.text(name);
      Found<Moment> found = raw == null ? null : dates.read(raw, "state", name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
