package org.coupure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is published as {@code coupure-core} needs six jars, and what is published is what the build
 * compiles.
 */
class CoreLibraryTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final List<String> SIX =
      List.of("jackson-core", "jsoup", "jspecify", "juniversalchardet", "re2j", "snakeyaml-engine");
  private static final Path PUBLISHED = Path.of("packaging/maven/coupure.xml");
  private static final String CORE =
      """
          <dependency>
            <groupId>org.coupure</groupId>
            <artifactId>coupure-core</artifactId>
            <version>${project.version}</version>
          </dependency>
      """;
  private static final Path PAGE = Path.of("fixtures/sites/www.oueme-live.example");

  @Test
  void thePublishedCoreNamesTheSixJars() throws IOException {
    assertThat(pom("packaging/maven/coupure-core.xml").select("dependency > artifactId").eachText())
        .containsExactlyInAnyOrderElementsOf(SIX);
  }

  /** Who adds a dependency to pom.xml copies {@code target/coupure.xml} over the published POM. */
  @Test
  void thePublishedPomNamesWhatTheBuildNames() throws IOException {
    String published = Files.readString(PUBLISHED);
    int begin = published.indexOf("    <dependency>");
    StringBuilder expected = new StringBuilder(published.substring(0, begin));
    expected.append(CORE);
    blocks(Files.readString(Path.of("pom.xml"))).forEach(expected::append);
    expected.append("  </dependencies>\n</project>\n");
    Files.writeString(Path.of("target/coupure.xml"), expected);

    assertThat(published).isEqualTo(expected.toString());
  }

  /**
   * Returns what the build names for more than its tests and beside the six, as it stands there.
   */
  private static List<String> blocks(String pom) {
    String all =
        pom.substring(pom.indexOf("\n  <dependencies>"), pom.indexOf("\n  </dependencies>"));
    return Pattern.compile("    <dependency>.*?</dependency>\n", Pattern.DOTALL)
        .matcher(all + "\n")
        .results()
        .map(MatchResult::group)
        .filter(block -> !block.contains("<scope>test</scope>"))
        .filter(block -> SIX.stream().noneMatch(jar -> block.contains(">" + jar + "</artifactId>")))
        .toList();
  }

  @Test
  void theCoreUsesNothingBesideThem() {
    List<PathMatcher> core = core();
    var imported =
        new ClassFileImporter()
            .withImportOption(
                location ->
                    core.stream().anyMatch(in -> in.matches(Path.of(inside(location.asURI())))))
            .importPath(CLASSES);

    assertThat(imported).hasSizeGreaterThan(300);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed(imported.stream().map(JavaClass::getPackageName)))
        .check(imported);
  }

  @Test
  void theSixJarsGiveTheSameRecord(@TempDir Path folder) throws Exception {
    copy(core(), folder);
    byte[] page = page();
    byte[] expected =
        RecordWriter.compact().write(Clipper.create().clip(Page.builder("a.html", page).build()));

    try (URLClassLoader loader =
        new URLClassLoader(classPath(folder), ClassLoader.getPlatformClassLoader())) {
      assertThat(clip(loader, page)).isEqualTo(expected);
    }
  }

  /** Clips by reflection, since these classes are not those of the test. */
  private static byte[] clip(ClassLoader loader, byte[] bytes) throws Exception {
    Class<?> page = loader.loadClass(Page.class.getName());
    Object builder =
        page.getMethod("builder", String.class, byte[].class).invoke(null, "a.html", bytes);
    Object made = builder.getClass().getMethod("build").invoke(builder);
    Class<?> clipper = loader.loadClass(Clipper.class.getName());
    Object clip =
        clipper.getMethod("clip", page).invoke(clipper.getMethod("create").invoke(null), made);
    Class<?> writer = loader.loadClass(RecordWriter.class.getName());
    return (byte[])
        writer
            .getMethod("write", clip.getClass())
            .invoke(writer.getMethod("compact").invoke(null), clip);
  }

  private static byte[] page() throws IOException {
    try (Stream<Path> files = Files.walk(PAGE)) {
      return Files.readAllBytes(
          files
              .filter(file -> file.toString().endsWith(".html"))
              .sorted()
              .findFirst()
              .orElseThrow());
    }
  }

  private static URL[] classPath(Path folder) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
      Path name = Path.of(entry).getFileName();
      if (name != null && SIX.stream().anyMatch(jar -> name.toString().matches(jar + "-[0-9].*"))) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    assertThat(urls).hasSize(1 + SIX.size());
    return urls.toArray(URL[]::new);
  }

  private static void copy(List<PathMatcher> core, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path inside = CLASSES.relativize(file);
        if (core.stream().anyMatch(in -> in.matches(inside))) {
          Path copy = to.resolve(inside);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  /** The files of coupure-core, as the build packs them. */
  private static List<PathMatcher> core() {
    try {
      String patterns = pom("pom.xml").getElementsByTag("coupure.core").text();
      return Stream.of(patterns.split(",", -1))
          .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inside(URI uri) {
    return uri.getPath().replaceFirst(".*/target/classes/", "");
  }

  private static String[] allowed(Stream<String> own) {
    return Stream.concat(
            own.distinct(),
            Stream.of(
                "java..",
                "javax.xml..",
                "org.w3c.dom..",
                "org.xml.sax..",
                "org.jsoup..",
                "tools.jackson.core..",
                "org.snakeyaml.engine..",
                "org.mozilla.universalchardet..",
                "com.google.re2j..",
                "org.jspecify.."))
        .toArray(String[]::new);
  }

  private static Document pom(String file) throws IOException {
    return Jsoup.parse(
        Files.readString(Path.of(file), StandardCharsets.UTF_8), "", Parser.xmlParser());
  }
}
