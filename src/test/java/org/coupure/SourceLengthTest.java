package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is longer than this is two classes, or two methods. */
class SourceLengthTest {
  private static final int MAX_FILE_LINES = 500;

  /** A test may list more cases than its class has lines. */
  private static final int MAX_TEST_LINES = 600;

  private static final int MAX_METHOD_LINES = 60;

  private static List<Path> sources(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Path> longerThan(int lines, String root) throws IOException {
    List<Path> longer = new ArrayList<>();
    for (Path file : sources(root)) {
      if (Files.readAllLines(file).size() > lines) {
        longer.add(file);
      }
    }
    return longer;
  }

  @Test
  void filesAreShort() throws IOException {
    assertThat(longerThan(MAX_FILE_LINES, "src/main/java")).isEmpty();
    assertThat(longerThan(MAX_TEST_LINES, "src/test/java")).isEmpty();
  }

  @Test
  void methodsAreShort() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources("src/main/java")));
      LongMethods longMethods = new LongMethods(Trees.instance(task).getSourcePositions());
      for (CompilationUnitTree unit : task.parse()) {
        longMethods.scan(unit, unit);
      }

      assertThat(longMethods.found).isEmpty();
    }
  }

  private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {
    private final SourcePositions positions;
    private final List<String> found = new ArrayList<>();

    private LongMethods(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long lines = map.getLineNumber(positions.getEndPosition(unit, method)) - first + 1;
      if (lines > MAX_METHOD_LINES) {
        found.add(unit.getSourceFile().getName() + ":" + first + ": " + lines + " lines");
      }
      return super.visitMethod(method, unit);
    }
  }
}
