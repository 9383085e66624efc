package org.coupure.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.UsageReservation;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Politeness;
import org.coupure.fetch.RenderCommand;
import org.coupure.fetch.RenderPolicy;
import org.coupure.fetch.RenderWhen;
import org.coupure.fetch.Renderer;
import org.coupure.fetch.Request;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** The options of the verbs that fetch, and the fetcher that is made from them. */
final class FetchOptions {
  private static final int MEGABYTE = 1_000_000;
  private static final long DEFAULT_DELAY_MILLIS = 1000;
  private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;

  private FetchOptions() {}

  /** Adds the options about requests. */
  static void addTo(Options options) {
    options
        .addOption(
            OptionValues.option(
                null, "delay", "S", "seconds between visits to a host (1; 0 for one URL)"))
        .addOption(
            OptionValues.option(null, "timeout", "S", "most seconds a page may take (default: 30)"))
        .addOption(OptionValues.option(null, "max-size", "MB", "largest page in MB (default: 20)"))
        .addOption(
            OptionValues.option(
                null, "contact", "WHO", "tell sites whom to write to: an address or a page"))
        .addOption(
            OptionValues.option(
                null, "user-agent", "UA", "what to call oneself (default: Coupure)"))
        .addOption(
            OptionValues.option(
                null,
                "header",
                "LINE",
                "send this header, such as \"Cookie: a=b\", to the hosts named; repeatable"))
        .addOption(
            OptionValues.option(
                null, "cookie-file", "FILE", "send the cookies of this cookies.txt where they fit"))
        .addOption(
            OptionValues.option(
                null, "proxy", "URL", "use this proxy, not those of the environment"))
        .addOption(OptionValues.flag("no-robots", "don't ask for robots.txt, and so don't obey it"))
        .addOption(allowPrivate());
  }

  /** Adds the options about rendering pages in a browser. */
  static void addRenderingTo(Options options) {
    options
        .addOption(
            OptionValues.option(
                null, "render", "COMMAND", "run scripts where needed by this command with {url}"))
        .addOption(
            OptionValues.option(
                null, "render-when", "WHEN", "where: empty (or a rule; default), rule, always"));
  }

  /** Returns which pages are rendered in a browser, and how; null when none are. */
  static @Nullable RenderPolicy rendition(CommandLine words, PoliteFetcher fetcher, RuleBook rules)
      throws UsageException {
    RenderWhen when = renderWhen(words.getOptionValue("render-when", "empty"));
    String command = words.getOptionValue("render");
    if (command == null) {
      if (words.hasOption("render-when")) {
        throw new UsageException("--render-when needs --render, the command.");
      }
      return null;
    }
    long timeout = OptionValues.millis(words, "timeout", DEFAULT_TIMEOUT_MILLIS);
    int megabytes = OptionValues.whole(words, "max-size", 1, 20);
    try {
      Renderer renderer =
          fetcher
              .renderer(RenderCommand.parse(command))
              .within(Duration.ofMillis(timeout))
              .withMaxBytes(Math.min(megabytes, 2000) * MEGABYTE);
      return new RenderPolicy(
          fetcher, renderer, when, url -> rules.forUrl(url).stream().anyMatch(Rule::renders));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--render: " + e.getMessage() + ".");
    }
  }

  private static RenderWhen renderWhen(String word) throws UsageException {
    try {
      return RenderWhen.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--render-when: " + e.getMessage() + ".");
    }
  }

  static Option allowPrivate() {
    return OptionValues.flag(
        "allow-private", "fetch from this computer and private networks as well");
  }

  /**
   * Returns the fetcher that {@code words} ask for; close it.
   *
   * @param single whether it is for one page only, so that there is nothing to wait for
   * @param rules say for which sites cookies are kept
   */
  static PoliteFetcher fetcher(CommandLine words, Terminal terminal, boolean single, RuleBook rules)
      throws UsageException, IOException {
    long delay = OptionValues.millis(words, "delay", single ? 0 : DEFAULT_DELAY_MILLIS);
    Politeness politeness = Politeness.DEFAULT.withDelay(Duration.ofMillis(delay));
    if (words.hasOption("no-robots")) {
      terminal
          .err()
          .println("coupure: robots.txt is not obeyed (--no-robots): be sure that you may.");
      politeness = politeness.withRobots(Politeness.Robots.IGNORE);
    }
    PoliteFetcher.Builder polite =
        PoliteFetcher.builder(plain(words, terminal, rules)).manners(politeness);
    return Clippers.wishes(words).contains(UsageReservation.TDM)
        ? polite.readTdmFiles().build()
        : polite.build();
  }

  private static Fetcher plain(CommandLine words, Terminal terminal, RuleBook rules)
      throws UsageException, IOException {
    FetchSettings settings = settings(words);
    try {
      return settings
          .on(Fetcher.builder(Clipper.VERSION, Clock.systemUTC()), terminal.environment())
          .keepCookies(rules::keepsCookies)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static FetchSettings settings(CommandLine words) throws UsageException, IOException {
    long timeout = OptionValues.millis(words, "timeout", DEFAULT_TIMEOUT_MILLIS);
    // The page reader stops at 20 MB, so fetching more would be useless.
    int megabytes = OptionValues.whole(words, "max-size", 1, 20);
    return new FetchSettings(
        words.getOptionValue("contact"),
        words.getOptionValue("user-agent"),
        Duration.ofMillis(timeout),
        Math.min(megabytes, 2000) * MEGABYTE,
        words.hasOption("allow-private"),
        words.getOptionValue("proxy"),
        cookies(words.getOptionValue("cookie-file")));
  }

  private static @Nullable Path cookies(@Nullable String name) throws IOException {
    try {
      return name == null ? null : Path.of(name);
    } catch (InvalidPathException e) {
      throw new IOException("cannot read the cookies " + name + ": that is no file's name", e);
    }
  }

  /** Returns the request for {@code url}; headers of the site's rules come last. */
  static Request request(String url, Map<String, String> headers, RuleBook rules) {
    return Request.page(url).withHeaders(headers).withSiteHeaders(rules.headers(url));
  }

  /** Returns the headers given, name to value. */
  static Map<String, String> headers(CommandLine words) throws UsageException {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!words.hasOption("header")) {
      return headers;
    }
    for (String line : words.getOptionValues("header")) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new UsageException("--header wants a name, a colon and a value: \"Name: value\".");
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    try {
      Request unused = Request.page("").withHeaders(headers);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--header: " + e.getMessage() + ".");
    }
    return headers;
  }
}
