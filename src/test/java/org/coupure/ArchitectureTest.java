package org.coupure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coupure.block.Blocks;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.verdict.Classifier;
import org.jspecify.annotations.NullMarked;

/** The map of the packages in docs/pipeline.md, as a test. */
@AnalyzeClasses(packages = "org.coupure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Path MAP = Path.of("docs/pipeline.md");

  /** A row of the table: the packages, what they do, and what they may use. */
  private static final Pattern ROW =
      Pattern.compile("\\| ((?:`[a-z.]+`(?:, )?)+|\\(root\\)) \\|.*\\| ([^|]+) \\|");

  /** The table of packages says which may use which; arrows that it does not have are refused. */
  @ArchTest
  static void packagesUseWhatTheMapSays(JavaClasses classes) throws IOException {
    Map<String, Set<String>> map = map();
    Set<String> packages = new TreeSet<>();
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      String from = name(type.getPackageName());
      packages.add(from);
      Set<String> allowed = map.getOrDefault(from, Set.of());
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        String target = arrow.getTargetClass().getBaseComponentType().getPackageName();
        String to = target.startsWith("org.coupure") ? name(target) : from;
        if (!to.equals(from) && !allowed.contains(to) && !allowed.contains("all")) {
          wrong.add(type.getName() + " uses " + to);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(map.keySet()).isEqualTo(packages);
  }

  private static String name(String packageName) {
    return packageName.equals("org.coupure") ? "façade" : packageName.substring(12);
  }

  private static Map<String, Set<String>> map() throws IOException {
    Map<String, Set<String>> map = new TreeMap<>();
    for (String line : Files.readAllLines(MAP)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String names = row.group(1).replace("(root)", "façade").replace("`", "");
        for (String name : names.split(", ")) {
          map.put(name, Set.of(row.group(2).split(", ")));
        }
      }
    }
    return map;
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.coupure.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule okHttp =
      only("okhttp3..", "org.coupure.fetch", "org.coupure.sink.opensearch");

  @ArchTest
  static final ArchRule parquet = only("org.apache.parquet..", "org.coupure.sink.parquet");

  @ArchTest static final ArchRule mail = only("jakarta.mail..", "org.coupure.sink.push");

  @ArchTest static final ArchRule kafka = only("org.apache.kafka..", "org.coupure.sink.kafka");

  @ArchTest
  static final ArchRule postgresql = only("org.postgresql..", "org.coupure.sink.postgresql");

  @ArchTest
  static final ArchRule pagesAreParsedInOnePlace =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Clipper.class, PageReader.class)
          .should()
          .callMethod(PageReader.class, "read", Page.class)
          .because("each page is parsed once: take Clipper.read's ParsedPage");

  @ArchTest
  static final ArchRule theModelIsAskedInOnePlace =
      noClasses()
          .that()
          .doNotBelongToAnyOf(ParsedPage.class)
          .should()
          .callMethod(Classifier.class, "predict", Blocks.class)
          .because("the model looks at a page once: ask the ParsedPage");

  @ArchTest
  static final ArchRule jsoup =
      only(
          "org.jsoup..",
          "org.coupure",
          "org.coupure.page",
          "org.coupure.block",
          "org.coupure.verdict",
          "org.coupure.memory",
          "org.coupure.rules",
          "org.coupure.metadata",
          "org.coupure.discover",
          "org.coupure.learn",
          "org.coupure.serve",
          "org.coupure.reader");

  @ArchTest
  static final ArchRule jackson =
      only(
          "tools.jackson..",
          "org.coupure.text",
          "org.coupure.json",
          "org.coupure.rules",
          "org.coupure.metadata",
          "org.coupure.source",
          "org.coupure.fetch",
          "org.coupure.record",
          "org.coupure.sink..",
          "org.coupure.discover",
          "org.coupure.watch",
          "org.coupure.learn",
          "org.coupure.serve",
          "org.coupure.cli");

  @ArchTest static final ArchRule cron = only("com.cronutils..", "org.coupure.watch");

  @ArchTest static final ArchRule commonsCli = only("org.apache.commons.cli..", "org.coupure.cli");

  @ArchTest
  static final ArchRule articleIsPlainJava =
      classes()
          .that()
          .resideInAPackage("org.coupure.article")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.coupure.article", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheCliTalksToThePerson =
      noClasses().that().resideOutsideOfPackage("org.coupure.cli").should(ACCESS_STANDARD_STREAMS);

  @ArchTest static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule timeIsGiven =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.coupure.cli")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule namesSayWhat =
      noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Processor|Service)");

  @ArchTest
  static final ArchRule finalOrAbstract =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule fieldsAreFinal =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameNotEndingWith("Builder")
          .and()
          .areNotPrivate()
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule noSetters =
      noMethods().that().arePublic().should().haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule nullMarked =
      classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

  private static ArchRule only(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** Two classes of one name in two packages are mixed up by whoever reads them. */
  @ArchTest
  static void noSimpleNameStandsInTwoPackages(JavaClasses classes) {
    Map<String, List<String>> packages =
        classes.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
    packages.values().removeIf(in -> in.size() == 1);

    assertThat(packages).isEmpty();
  }
}
