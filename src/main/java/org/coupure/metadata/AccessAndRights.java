package org.coupure.metadata;

import java.util.List;
import java.util.Locale;
import org.coupure.article.Access;
import org.coupure.article.Rights;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.jspecify.annotations.Nullable;

/** Reads who may read the article in full and what may be done with its text. */
final class AccessAndRights {
  private static final List<String> TIERS = MetaNames.of("access");

  private final Head head;
  private final @Nullable Thing main;
  private final EvidenceLog log;

  AccessAndRights(Head head, @Nullable Thing main, EvidenceLog log) {
    this.head = head;
    this.main = main;
    this.log = log;
  }

  /** A tier is more exact than schema.org's yes or no, so it is asked first. */
  Access access() {
    for (String name : TIERS) {
      String tier = head.meta(name);
      Access access = tier == null ? Access.UNKNOWN : tier(tier);
      if (access != Access.UNKNOWN) {
        log.add("access", "meta", name, tier);
        return access;
      }
    }
    String free = main == null ? null : main.json().text("isAccessibleForFree");
    if (free == null && head.meta("isaccessibleforfree") != null) {
      free = head.meta("isaccessibleforfree");
    }
    Access access = free == null ? Access.UNKNOWN : free(free);
    if (access != Access.UNKNOWN) {
      log.add("access", "json-ld", "isAccessibleForFree", free);
    }
    return access;
  }

  private static Access tier(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "free" -> Access.FREE;
      case "metered" -> Access.METERED;
      case "locked", "paid", "premium", "paywall", "paywalled", "subscriber", "subscribers" ->
          Access.PAYWALLED;
      default -> Access.UNKNOWN;
    };
  }

  private static Access free(String value) {
    String word = value.substring(value.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "true", "yes", "1" -> Access.FREE;
      case "false", "no", "0" -> Access.PAYWALLED;
      default -> Access.UNKNOWN;
    };
  }

  Rights rights() {
    String robots = head.meta("robots");
    String reservation = head.meta("tdm-reservation");
    String policy = head.meta("tdm-policy");
    if (robots != null) {
      log.add("rights", "meta", "robots", robots);
    }
    if (reservation != null) {
      log.add("rights", "meta", "tdm-reservation", reservation);
    }
    return new Rights(
        license(),
        robots == null ? null : robots.toLowerCase(Locale.ROOT),
        reservation(reservation),
        policy,
        null,
        null);
  }

  /** The specification knows 1 and 0; anything else counts as unsaid. */
  private static @Nullable Boolean reservation(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value.strip()) {
      case "1" -> Boolean.TRUE;
      case "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private @Nullable String license() {
    String linked = main == null ? null : license(main.json());
    if (linked != null) {
      log.add("rights", "json-ld", "license", linked);
      return linked;
    }
    String element = head.link("license");
    if (element == null) {
      element = head.meta("dcterms.license");
    }
    if (element == null) {
      element = head.meta("dc.rights.license");
    }
    if (element != null) {
      log.add("rights", "meta", "license", element);
    }
    return element;
  }

  private static @Nullable String license(Json json) {
    String text = json.text("license");
    if (text != null) {
      return text;
    }
    Json object = json.get("license");
    if (object == null) {
      return null;
    }
    String url = object.text("url");
    return url != null ? url : object.text("@id");
  }
}
