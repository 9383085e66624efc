package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Making a type or a member public, or changing one that is, is a decision: it shows up in the diff
 * of {@code public-api.txt}. Who means it copies {@code target/public-api.txt} over that file.
 */
class PublicApiTest {
  private static final Path APPROVED = Path.of("src/test/resources/public-api.txt");
  private static final Path NOW = Path.of("target/public-api.txt");

  @Test
  void publicTypesAndMembersAreTheApprovedOnes() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JavaClass type : types()) {
      lines.add(type.getName());
      members(type.reflect()).stream().sorted().map("  "::concat).forEach(lines::add);
    }
    Files.createDirectories(NOW.getParent());
    Files.write(NOW, lines);

    assertThat(lines).isEqualTo(Files.readAllLines(APPROVED));
  }

  private static List<JavaClass> types() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.coupure")
            .stream()
            .filter(PublicApiTest::isPublic)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
  }

  /** A nested type is as public as the types around it. */
  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
  }

  private static List<String> members(Class<?> type) {
    List<Member> all = new ArrayList<>(List.of(type.getDeclaredFields()));
    all.addAll(List.of(type.getDeclaredConstructors()));
    all.addAll(List.of(type.getDeclaredMethods()));
    return all.stream()
        .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
        .filter(m -> !m.isSynthetic())
        .map(m -> m instanceof Field field ? field.toString() : ((Executable) m).toString())
        .map(line -> line.replace("org.coupure.", "").replace("java.lang.", ""))
        .toList();
  }
}
