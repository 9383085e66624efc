package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RendererTest {
  private static final String URL = "http://127.0.0.1/page?a=$(id);b";

  @TempDir Path folder;
  private final FakeTime time = new FakeTime();
  private final Fetcher fetcher = Fetcher.builder("0.1.0", time).allowPrivate().build();

  @AfterEach
  void close() {
    fetcher.close();
  }

  private static Fetched.Answered plain(String url) {
    Page page = Page.builder("asked", "<script></script>".getBytes(UTF_8)).url(url).build();
    Map<String, List<String>> headers =
        Map.of("content-encoding", List.of("br"), "etag", List.of("x"), "vary", List.of("y"));
    return new Fetched.Answered(page, 203, headers, Duration.ZERO);
  }

  private Renderer renderer(String script, String... more) throws IOException {
    return Renderer.of(fetcher, new RenderCommand(FakeBrowser.words(folder, script, more)));
  }

  private String failure(Renderer renderer) {
    Fetched.Refused refused = (Fetched.Refused) renderer.render(plain(URL));
    assertThat(refused.reason()).isEqualTo(Reason.RENDER_FAILED);
    return String.valueOf(refused.clip().detail());
  }

  @Test
  void givesWhatTheBrowserPrints() throws IOException {
    Fetched.Answered rendered =
        (Fetched.Answered) renderer("printf '<p>\\303\\251 %s</p>' \"$1\"").render(plain(URL));

    assertThat(new String(rendered.page().bytes(), UTF_8)).isEqualTo("<p>é " + URL + "</p>");
    assertThat(rendered.page().rendered()).isTrue();
    assertThat(rendered.page().url()).isEqualTo(URL);
    assertThat(rendered.page().source()).isEqualTo("asked");
    assertThat(rendered.page().captured()).isEqualTo(time.instant());
    assertThat(rendered.status()).isEqualTo(203);
    assertThat(rendered.headers())
        .isEqualTo(
            Map.of(
                "content-type", List.of("text/html; charset=utf-8"),
                "coupure-rendered", List.of("true"),
                "vary", List.of("y")));
  }

  @Test
  void fillsThePlaceholders() throws IOException {
    Renderer renderer = renderer("printf '%s|%s' \"$2\" \"$3\"", "{user-agent}", "{host-rules}");

    Fetched.Answered rendered = (Fetched.Answered) renderer.render(plain(URL));

    assertThat(new String(rendered.page().bytes(), UTF_8))
        .isEqualTo("Coupure/0.1.0 (+https://github.com/coupure/coupure)|MAP 127.0.0.1 127.0.0.1");
  }

  @Test
  void itsProfileIsGoneAfterwards() throws IOException {
    Renderer renderer = renderer("echo kept > \"$2/file\"; ls -d \"$2\"", "{profile}");

    Fetched.Answered rendered = (Fetched.Answered) renderer.render(plain(URL));

    Path profile = Path.of(new String(rendered.page().bytes(), UTF_8).strip());
    assertThat(profile).doesNotExist();
    assertThat(profile.getParent()).doesNotExist();
  }

  @Test
  void endsABrowserThatTakesTooLongWithItsChildren() throws Exception {
    Path pid = folder.resolve("pid");
    Renderer renderer =
        renderer("sleep 300 & echo $! > '" + pid + "'; echo busy >&2; wait")
            .within(Duration.ofSeconds(1));

    assertThat(failure(renderer)).isEqualTo("/bin/sh took longer than 1 s: busy");
    Optional<ProcessHandle> child =
        ProcessHandle.of(Long.parseLong(Files.readString(pid, UTF_8).strip()));
    if (child.isPresent()) {
      child.get().onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(child.map(ProcessHandle::isAlive)).isNotEqualTo(Optional.of(true));
  }

  @Test
  void endsABrowserThatPrintsTooMuch() throws IOException {
    assertThat(failure(renderer("while :; do echo yes; done").withMaxBytes(1000)))
        .isEqualTo("/bin/sh printed more than 1000 bytes");
    assertThat(failure(renderer("echo 12345678").withMaxBytes(8)))
        .isEqualTo("/bin/sh printed more than 8 bytes");
  }

  @Test
  void saysWhatTheBrowserComplainedOf() throws IOException {
    assertThat(failure(renderer("echo '<p>x</p>'; echo 'no  display' >&2; exit 3")))
        .isEqualTo("/bin/sh ended with exit code 3: no display");
    assertThat(
            failure(
                renderer("i=0; while [ $i -lt 999 ]; do echo x$i; i=$((i+1)); done >&2; false")))
        .startsWith("/bin/sh ended with exit code 1: …")
        .endsWith(" x998")
        .hasSize(333);
  }

  @Test
  void nothingPrintedIsAFailure() throws IOException {
    assertThat(failure(renderer("echo")))
        .isEqualTo("/bin/sh printed nothing: it could not load the page, or does not print pages");
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    Renderer renderer = Renderer.of(fetcher, RenderCommand.parse("no-such-browser {url}"));

    assertThat(failure(renderer))
        .startsWith("no-such-browser could not be started; is it installed, and can it be run? (");
  }

  @Test
  void stopsWhenInterrupted() throws IOException {
    Renderer renderer = renderer("sleep 300");
    Thread.currentThread().interrupt();

    assertThat(failure(renderer)).isEqualTo("the rendering was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theGuardComesFirst() throws IOException {
    Path ran = folder.resolve("ran");
    List<String> words = FakeBrowser.words(folder, "touch '" + ran + "'");
    try (Fetcher guarded = Fetcher.builder("0.1.0", time).dns(host -> List.of(inside())).build()) {
      Renderer renderer = Renderer.of(guarded, new RenderCommand(words));

      for (String url : List.of(URL, "http://public.example/", "http://public.example:22/")) {
        Fetched.Refused refused = (Fetched.Refused) renderer.render(plain(url));
        assertThat(refused.reason()).isEqualTo(Reason.UNSAFE_ADDRESS);
      }
      assertThat(ran).doesNotExist();
    }
  }

  private static InetAddress inside() {
    try {
      return InetAddress.getByName("10.0.0.1");
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void waitsItsTurnAndIsAVisit() throws IOException {
    try (PoliteFetcher polite = PoliteFetcher.builder(fetcher).build()) {
      Renderer renderer = renderer("echo '<p>x</p>'");
      Instant now = time.instant();
      RenderTask first = polite.rendering(plain(URL), renderer);
      RenderTask second = polite.rendering(plain(URL), renderer);

      assertThat(first.proceed()).isEmpty();
      assertThat(second.proceed()).contains(now.plusSeconds(1));
      time.pass(Duration.ofSeconds(1));
      assertThat(second.proceed()).isEmpty();

      assertThat(second.result()).isInstanceOf(Fetched.Answered.class);
      assertThat(polite.gate().next("127.0.0.1")).isEqualTo(now.plusSeconds(2));
    }
  }

  @Test
  void realBrowserRunsScripts() {
    FakeSite.serve(
        "/rendered",
        "<div id=a></div><script>document.getElementById('a').textContent ="
            + " ['one', 'two'].join(' and ')</script>");
    Renderer renderer = Renderer.of(fetcher, RenderCommand.parse(FakeBrowser.chromium()));

    Fetched rendered = renderer.render(plain(FakeSite.url("/rendered")));

    assertThat(rendered).isInstanceOf(Fetched.Answered.class);
    assertThat(new String(((Fetched.Answered) rendered).page().bytes(), UTF_8))
        .contains("<div id=\"a\">one and two</div>");
  }
}
