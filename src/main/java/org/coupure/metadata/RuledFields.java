package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.date.DateParser;
import org.coupure.page.Url;
import org.coupure.rules.Dating;
import org.coupure.rules.RuleFields;
import org.jspecify.annotations.Nullable;

/** What site rule and themes say; it goes before everything that is found otherwise. */
final class RuledFields {
  private final List<RuleFields> ruled;
  private final EvidenceLog log;

  RuledFields(List<RuleFields> ruled, EvidenceLog log) {
    this.ruled = ruled;
    this.log = log;
  }

  @Nullable String title() {
    for (RuleFields ruleFields : ruled) {
      RuleFields.Found found = ruleFields.title();
      String title = found == null ? "" : Text.plain(found.raw());
      if (found != null && !title.isEmpty()) {
        log.add("title", "rule", found.where(), found.raw());
        return title;
      }
    }
    return null;
  }

  @Nullable Byline byline(BylineParser names, SiteNames site) {
    for (RuleFields ruleFields : ruled) {
      Set<String> authors = new LinkedHashSet<>();
      String agency = null;
      for (RuleFields.Found found : ruleFields.authors()) {
        Byline byline = names.read(Text.plain(found.raw()), site, Trust.STATED);
        agency = agency == null ? byline.agency() : agency;
        if (authors.addAll(byline.authors())) {
          log.add("authors", "rule", found.where(), found.raw());
        }
      }
      if (!authors.isEmpty() || agency != null) {
        return new Byline(List.copyOf(authors), agency);
      }
    }
    return null;
  }

  @Nullable String subtitle() {
    for (RuleFields ruleFields : ruled) {
      String subtitle = plain("subtitle", ruleFields.headings().subtitle());
      if (subtitle != null) {
        return subtitle;
      }
    }
    return null;
  }

  @Nullable String section() {
    for (RuleFields ruleFields : ruled) {
      String section = plain("section", ruleFields.filing().section());
      if (section != null) {
        return section;
      }
    }
    return null;
  }

  private @Nullable String plain(String field, RuleFields.@Nullable Found found) {
    String plain = found == null ? "" : Text.plain(found.raw());
    if (found == null || plain.isEmpty()) {
      return null;
    }
    log.add(field, "rule", found.where(), found.raw());
    return plain;
  }

  /** Returns the tags of the first rule that finds any; empty when none does. */
  List<String> tags() {
    for (RuleFields ruleFields : ruled) {
      Set<String> tags = new LinkedHashSet<>();
      for (RuleFields.Found found : ruleFields.filing().tags()) {
        String tag = Text.plain(found.raw());
        if (!tag.isEmpty() && tags.add(tag)) {
          log.add("tags", "rule", found.where(), found.raw());
        }
      }
      if (!tags.isEmpty()) {
        return List.copyOf(tags);
      }
    }
    return List.of();
  }

  /** Returns the images of the first rule that finds any; empty when none does. */
  List<Image> images(@Nullable String base) {
    for (RuleFields ruleFields : ruled) {
      List<Image> images = new ArrayList<>();
      for (RuleFields.Picture picture : ruleFields.images()) {
        String url = Url.absolute(picture.source().raw(), base);
        if (url != null) {
          images.add(new Image(url, picture.caption(), null));
          log.add("images", "rule", picture.source().where(), picture.source().raw());
        }
      }
      if (!images.isEmpty()) {
        return images;
      }
    }
    return List.of();
  }

  /** Returns what the first rule says that knows, or null. */
  @Nullable Access access() {
    for (RuleFields ruleFields : ruled) {
      RuleFields.Stated stated = ruleFields.access();
      if (stated != null) {
        log.add("access", "rule", stated.where(), null);
        return stated.access();
      }
    }
    return null;
  }

  @Nullable Found<Moment> published(DateParser dates, Locale locale) {
    return date(RuleFields.Times::published, dates, locale);
  }

  @Nullable Found<Moment> modified(DateParser dates, Locale locale) {
    return date(RuleFields.Times::modified, dates, locale);
  }

  private @Nullable Found<Moment> date(
      Function<RuleFields.Times, RuleFields.@Nullable Found> field,
      DateParser dates,
      Locale locale) {
    for (RuleFields ruleFields : ruled) {
      RuleFields.Found found = field.apply(ruleFields.times());
      if (found == null) {
        continue;
      }
      Dating dating = ruleFields.times().dating();
      String text = Text.fold(found.raw());
      Moment moment = dating.parse(text);
      if (moment == null) {
        moment = dates.parse(text, dating.locale() == null ? locale : dating.locale());
      }
      if (moment != null) {
        return Found.of(moment, new RawValue(found.raw(), "rule", found.where()));
      }
    }
    return null;
  }

  /** Returns how the site writes dates, for those that no rule finds; the page's own otherwise. */
  Locale locale(Locale page) {
    for (RuleFields ruleFields : ruled) {
      Locale locale = ruleFields.times().dating().locale();
      if (locale != null) {
        return locale;
      }
    }
    return page;
  }

  /** Returns {@code moment} on the site's clock, when a rule knows it and the page does not say. */
  @Nullable Moment placed(@Nullable Moment moment) {
    Moment placed = moment;
    for (RuleFields ruleFields : ruled) {
      placed = placed == null ? null : ruleFields.times().dating().placed(placed);
    }
    return placed;
  }
}
