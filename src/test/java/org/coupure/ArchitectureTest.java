package org.coupure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coupure.block.Blocks;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.verdict.Classifier;
import org.jspecify.annotations.NullMarked;

/** The map of the packages in docs/pipeline.md, as a test. */
@AnalyzeClasses(packages = "org.coupure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("article")
          .definedBy("org.coupure.article")
          .layer("page")
          .definedBy("org.coupure.page")
          .layer("file")
          .definedBy("org.coupure.file")
          .layer("yaml")
          .definedBy("org.coupure.yaml")
          .layer("text")
          .definedBy("org.coupure.text")
          .layer("date")
          .definedBy("org.coupure.date")
          .layer("byline")
          .definedBy("org.coupure.byline")
          .layer("block")
          .definedBy("org.coupure.block")
          .layer("model")
          .definedBy("org.coupure.model")
          .layer("verdict")
          .definedBy("org.coupure.verdict")
          .layer("memory")
          .definedBy("org.coupure.memory")
          .layer("rules")
          .definedBy("org.coupure.rules")
          .layer("ftr")
          .definedBy("org.coupure.rules.ftr")
          .layer("metadata")
          .definedBy("org.coupure.metadata")
          .layer("facade")
          .definedBy("org.coupure")
          .layer("source")
          .definedBy("org.coupure.source")
          .layer("fetch")
          .definedBy("org.coupure.fetch")
          .layer("record")
          .definedBy("org.coupure.record")
          .layer("sink")
          .definedBy("org.coupure.sink")
          .layer("sqlite")
          .definedBy("org.coupure.sqlite")
          .layer("store")
          .definedBy("org.coupure.store")
          .layer("librarySinks")
          .definedBy("org.coupure.sink.*")
          .layer("query")
          .definedBy("org.coupure.query")
          .layer("discover")
          .definedBy("org.coupure.discover")
          .layer("reader")
          .definedBy("org.coupure.reader")
          .layer("batch")
          .definedBy("org.coupure.batch")
          .layer("watch")
          .definedBy("org.coupure.watch")
          .layer("learn")
          .definedBy("org.coupure.learn")
          .layer("serve")
          .definedBy("org.coupure.serve")
          .layer("cli")
          .definedBy("org.coupure.cli")
          .whereLayer("article")
          .mayNotAccessAnyLayer()
          .whereLayer("file")
          .mayNotAccessAnyLayer()
          .whereLayer("yaml")
          .mayNotAccessAnyLayer()
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("model")
          .mayOnlyAccessLayers("text")
          .whereLayer("page")
          .mayOnlyAccessLayers("text", "article")
          .whereLayer("block")
          .mayOnlyAccessLayers("page", "text", "article")
          .whereLayer("date")
          .mayOnlyAccessLayers("text", "article")
          .whereLayer("byline")
          .mayOnlyAccessLayers("page", "text", "date", "article")
          .whereLayer("verdict")
          .mayOnlyAccessLayers("page", "text", "byline", "model", "block", "article")
          .whereLayer("memory")
          .mayOnlyAccessLayers("page", "text", "block", "verdict", "article", "file")
          .whereLayer("rules")
          .mayOnlyAccessLayers("page", "text", "date", "block", "verdict", "article", "yaml")
          .whereLayer("ftr")
          .mayOnlyAccessLayers("rules", "yaml", "page")
          .whereLayer("metadata")
          .mayOnlyAccessLayers("page", "text", "date", "byline", "block", "rules", "article")
          .whereLayer("facade")
          .mayOnlyAccessLayers(
              "metadata", "rules", "memory", "verdict", "block", "text", "page", "article")
          .whereLayer("source")
          .mayOnlyAccessLayers("page", "text", "date", "article")
          .whereLayer("fetch")
          .mayOnlyAccessLayers("page", "text", "date", "article", "file")
          .whereLayer("librarySinks")
          .mayOnlyAccessLayers("sink", "record", "article", "file")
          .whereLayer("sink")
          .mayOnlyAccessLayers("record", "page", "article", "file", "text", "yaml")
          .whereLayer("record")
          .mayOnlyAccessLayers("page", "article")
          .whereLayer("sqlite")
          .mayNotAccessAnyLayer()
          .whereLayer("store")
          .mayOnlyAccessLayers("sqlite", "query", "record", "sink", "text", "page", "article")
          .whereLayer("query")
          .mayOnlyAccessLayers("page", "text", "article")
          .whereLayer("discover")
          .mayOnlyAccessLayers("query", "page", "text", "date", "article")
          .whereLayer("reader")
          .mayOnlyAccessLayers("facade", "discover", "fetch", "rules", "text", "page", "article")
          .whereLayer("batch")
          .mayOnlyAccessLayers("facade", "page", "article")
          .whereLayer("watch")
          .mayOnlyAccessLayers(
              "batch",
              "reader",
              "facade",
              "discover",
              "query",
              "sqlite",
              "fetch",
              "sink",
              "rules",
              "memory",
              "verdict",
              "block",
              "text",
              "date",
              "page",
              "article",
              "yaml")
          .whereLayer("learn")
          .mayOnlyAccessLayers(
              "facade", "batch", "record", "rules", "block", "text", "page", "article", "yaml")
          .whereLayer("serve")
          .mayOnlyAccessLayers(
              "learn", "batch", "facade", "source", "fetch", "record", "rules", "verdict", "block",
              "text", "page", "article", "file")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.coupure.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule okHttp =
      only("okhttp3..", "org.coupure.fetch", "org.coupure.sink.opensearch");

  @ArchTest
  static final ArchRule parquet = only("org.apache.parquet..", "org.coupure.sink.parquet");

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
          "org.coupure.reader");

  @ArchTest
  static final ArchRule jackson =
      only(
          "tools.jackson..",
          "org.coupure.text",
          "org.coupure.rules",
          "org.coupure.metadata",
          "org.coupure.source",
          "org.coupure.fetch",
          "org.coupure.record",
          "org.coupure.sink..",
          "org.coupure.discover",
          "org.coupure.watch",
          "org.coupure.learn",
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
