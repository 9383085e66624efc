package org.coupure.rules;

/** A rule that uses all of the language. */
final class EveryKey {
  static final String RULE =
      """
      match:
        - hosts: [example.org, "*.example.net"]
          paths: [/news/**, 're:^/\\d{4}/']
          urls: https://**
          languages: [fr, pt-BR]
          classes: story
          all-classes: [a, b]
          without-classes: gallery
          body-classes: story-*
          generator: Joomla
          selector: h1
      extends: themes/tagdiv
      valid: {from: 2024-01-01, until: 2025-12-31}
      not-article: [.sponsored, {text: "re:^Anzeige$"}]
      content-order: rule
      content:
        - {json: $.article.body}
        - .story
        - xpath://div[@id='more']
        - first: [.text, .old-text]
      strict: false
      loose: true
      keep: [.correction, {text: Erratum}]
      remove:
        - .ad
        - text: Lire aussi
        - text: re:(?i)^publicité
        - xpath: //p[@align='right']
        - after: .end
        - from: {text: "re:^Sur le même sujet"}
        - before: .lead
        - section: Liens utiles
      strip: ['re:\\[ad_\\d\\]', (Publicité)]
      replace:
        - {text: 're:\\s+([;:])', with: ' ;'}
      phrases: [Lire la suite, "Publié par {few}"]
      title: h1
      subtitle: {json: $.article.lead, selectors: .chapo}
      authors:
        selectors: .by
        pattern: (?:Par|By) (.+)
      published:
        selectors: [time@datetime, .date]
        format: [d MMMM yyyy HH:mm]
        locale: fr
        timezone: Europe/Paris
      modified: .updated
      section: .crumb a
      tags: .tags a
      images: figure
      access: {paywalled: .wall, metered: .meter, free: .open}
      next-page: a[rel=next]@href
      print-page: a.print@href
      headers: {Accept-Language: fr, User-Agent: Coupure}
      cookies: keep
      render: true
      expect:
        found: [content, title]
        elements: .story
        words: 40
      tests:
        - page: tests/a.html
          url: https://example.org/news/a
          captured: 2024-05-01
          contains: [un, deux]
          lacks: trois
          title: Un titre
          authors: [Anne, Boris]
      """;

  private EveryKey() {}
}
