package org.coupure.cli;

/** The frame of HTML pages that list records: one file, for screens and paper, bright and dark. */
final class ListPage {
  private static final String STYLE =
      """
      :root { --paper: #fbfaf7; --ink: #1d1c1a; --soft: #66625b; --line: #e2ded5; --mark: #fff1b8;
        --link: #1d4f91; --bar: #6f9bd1 }
      @media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e6e3dc; --soft: #a09c93;
        --line: #34363a; --mark: #5a4e14; --link: #8ab4ff; --bar: #4a6d99 } }
      @media print { :root { --paper: #fff; --ink: #000 } article { break-inside: avoid } }
      * { box-sizing: border-box }
      body { margin: 0 auto; max-width: 46rem; padding: 1.2rem; background: var(--paper);
        color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
      h1 { font-size: 1.25rem; overflow-wrap: anywhere } h2 { font-size: 1.05rem; margin: 0 }
      a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em }
      article { padding: .9rem 0; border-top: 1px solid var(--line) } p { margin: .25rem 0 }
      .facts { color: var(--soft); font-size: .85rem } mark { background: var(--mark); color: inherit }
      table { border-collapse: collapse; width: 100%; margin: .3rem 0 1.4rem; font-size: .9rem }
      td { padding: .12rem .4rem .12rem 0; vertical-align: middle } td.n { text-align: right;
        font-variant-numeric: tabular-nums; white-space: nowrap } td.v { overflow-wrap: anywhere }
      td.b { width: 50% } td.b span { display: block; height: .8rem; background: var(--bar) }
      """;

  private ListPage() {}

  /** Returns the page of a title, which is text, and a body, which is HTML. */
  static String of(String title, String body) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1 dir=\"auto\">"
        + Html.escape(title)
        + "</h1>\n"
        + body
        + "</body>\n</html>\n";
  }
}
