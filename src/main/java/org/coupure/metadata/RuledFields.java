package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

/**
 * The fields that the site's rule and themes give; they take precedence over all other sources.
 * Each field is that of the first rule that finds it, or null.
 */
final class RuledFields {
  private final List<RuleFields> ruled;

  RuledFields(List<RuleFields> ruled) {
    this.ruled = ruled;
  }

  @Nullable Found<String> title() {
    return text(RuleFields::title);
  }

  @Nullable Found<String> subtitle() {
    return text(rule -> rule.headings().subtitle());
  }

  @Nullable Found<String> section() {
    return text(rule -> rule.filing().section());
  }

  private @Nullable Found<String> text(Function<RuleFields, RuleFields.@Nullable Found> field) {
    for (RuleFields rule : ruled) {
      RuleFields.Found found = field.apply(rule);
      String plain = found == null ? "" : Text.plain(found.raw());
      if (found != null && !plain.isEmpty()) {
        return Found.of(plain, raw(found));
      }
    }
    return null;
  }

  private static RawValue raw(RuleFields.Found found) {
    return new RawValue(found.raw(), "rule", found.where());
  }

  /** Returns the people and the agency of the first rule that finds either. */
  @Nullable Attribution byline(BylineParser names, SiteNames site) {
    for (RuleFields rule : ruled) {
      Attribution all = Attribution.NONE;
      for (RuleFields.Found found : rule.authors()) {
        all = all.and(names.read(Text.plain(found.raw()), site, Trust.STATED), raw(found));
      }
      if (!all.byline().equals(Byline.NONE)) {
        return all;
      }
    }
    return null;
  }

  /** Returns the tags of the first rule that finds any. */
  @Nullable Found<List<String>> tags() {
    for (RuleFields rule : ruled) {
      Map<String, RawValue> tags = new LinkedHashMap<>();
      for (RuleFields.Found found : rule.filing().tags()) {
        String tag = Text.plain(found.raw());
        if (!tag.isEmpty()) {
          tags.putIfAbsent(tag, raw(found));
        }
      }
      if (!tags.isEmpty()) {
        return new Found<>(List.copyOf(tags.keySet()), List.copyOf(tags.values()));
      }
    }
    return null;
  }

  /** Returns the images of the first rule that finds any. */
  @Nullable Found<List<Image>> images(@Nullable String base) {
    for (RuleFields rule : ruled) {
      List<Image> images = new ArrayList<>();
      List<RawValue> sources = new ArrayList<>();
      for (RuleFields.Picture picture : rule.images()) {
        String url = Url.absolute(picture.source().raw(), base);
        if (url != null) {
          images.add(new Image(url, picture.caption(), null));
          sources.add(raw(picture.source()));
        }
      }
      if (!images.isEmpty()) {
        return new Found<>(List.copyOf(images), sources);
      }
    }
    return null;
  }

  /** Returns what the first rule says that knows. */
  RuleFields.@Nullable Stated access() {
    for (RuleFields ruleFields : ruled) {
      RuleFields.Stated stated = ruleFields.access();
      if (stated != null) {
        return stated;
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
        return Found.of(moment, raw(found));
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
