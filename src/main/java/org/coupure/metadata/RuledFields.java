package org.coupure.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.article.Byline;
import org.coupure.article.Moment;
import org.coupure.metadata.Names.Trust;
import org.coupure.rules.Fields;
import org.jspecify.annotations.Nullable;

/** What site rule and themes say; it goes before everything that is found otherwise. */
final class RuledFields {
  private final List<Fields> ruled;
  private final EvidenceLog log;

  RuledFields(List<Fields> ruled, EvidenceLog log) {
    this.ruled = ruled;
    this.log = log;
  }

  @Nullable String title() {
    for (Fields fields : ruled) {
      Fields.Found found = fields.title();
      String title = found == null ? "" : Text.plain(found.raw());
      if (found != null && !title.isEmpty()) {
        log.add("title", "rule", found.where(), found.raw());
        return title;
      }
    }
    return null;
  }

  @Nullable Byline byline(Names names, SiteNames site) {
    for (Fields fields : ruled) {
      Set<String> authors = new LinkedHashSet<>();
      String agency = null;
      for (Fields.Found found : fields.authors()) {
        Byline byline = names.read(found.raw(), site, Trust.STATED);
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

  @Nullable Moment published(DateText dates, Locale locale) {
    for (Fields fields : ruled) {
      Fields.Found found = fields.published();
      Moment moment = found == null ? null : dates.parse(Text.fold(found.raw()), locale);
      if (found != null && moment != null) {
        log.add("published", "rule", found.where(), found.raw());
        return moment;
      }
    }
    return null;
  }
}
