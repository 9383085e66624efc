package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/** Takes what a source gives, to be asserted. */
final class Recorder implements PageConsumer {
  static final SourceOptions OPTIONS = SourceOptions.of("1.2.3");
  static final InputStream NO_STDIN = InputStream.nullInputStream();

  private final int enough;
  private final String root;
  private final List<String> order = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();
  private final List<Clip> failures = new ArrayList<>();

  /**
   * @param enough after how many pages and failures no more are wanted
   */
  private Recorder(String root, int enough) {
    this.root = root;
    this.enough = enough;
  }

  /** Reads the named files of {@code folder}; sources are told relative to it. */
  static Recorder read(Path folder, String... names) {
    return read(folder, OPTIONS, names);
  }

  static Recorder read(Path folder, SourceOptions options, String... names) {
    String root = folder + "/";
    List<String> operands = new ArrayList<>();
    for (String name : names) {
      operands.add(root + name);
    }
    return new Recorder(root, Integer.MAX_VALUE).take(Sources.of(operands, NO_STDIN, options));
  }

  /** Reads {@code bytes} from standard input. */
  static Recorder stdin(byte[] bytes, SourceOptions options) {
    return all(Sources.of(List.of("-"), new ByteArrayInputStream(bytes), options));
  }

  static Recorder all(PageSource source) {
    return new Recorder("", Integer.MAX_VALUE).take(source);
  }

  static Recorder first(int enough, PageSource source) {
    return new Recorder("", enough).take(source);
  }

  private Recorder take(PageSource source) {
    try {
      source.read(this);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  @Override
  public boolean page(Page page) {
    pages.add(page);
    order.add(shown(page.source()));
    return order.size() < enough;
  }

  @Override
  public boolean failed(Clip clip) {
    failures.add(clip);
    order.add(shown(clip.input()) + " " + clip.reason().code());
    return order.size() < enough;
  }

  private String shown(String source) {
    return source.startsWith(root) ? source.substring(root.length()) : source;
  }

  /** Asserts the sources of the pages, and source and reason of the failures, in their order. */
  Recorder gave(String... expected) {
    assertThat(order).containsExactly(expected);
    return this;
  }

  Page onlyPage() {
    assertThat(failures).isEmpty();
    assertThat(pages).hasSize(1);
    return pages.get(0);
  }

  String onlyText() {
    return new String(onlyPage().bytes(), StandardCharsets.UTF_8);
  }

  Clip onlyFailure() {
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  Recorder because(Reason reason, String detail) {
    assertThat(onlyFailure().reason()).isEqualTo(reason);
    assertThat(onlyFailure().detail()).isEqualTo(detail);
    return this;
  }

  List<Page> pages() {
    return pages;
  }

  List<Clip> failures() {
    return failures;
  }
}
