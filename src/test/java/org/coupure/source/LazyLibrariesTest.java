package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LazyLibrariesTest {
  @TempDir Path folder;

  /** Starting up for one page must not pay for the readers of archives. */
  @Test
  void pagesAreReadWithoutAnyLibrary() throws Exception {
    Files.write(folder.resolve("a.html"), html("a"));
    Files.write(folder.resolve("b.html.gz"), gzip(html("b")));
    List<Object> taken = new ArrayList<>();

    try (URLClassLoader bare = new URLClassLoader(ownClasses(), null)) {
      Class<?> options = bare.loadClass(SourceOptions.class.getName());
      Object source =
          bare.loadClass(Sources.class.getName())
              .getMethod("of", List.class, InputStream.class, options)
              .invoke(
                  null,
                  List.of(folder.toString()),
                  InputStream.nullInputStream(),
                  options.getMethod("of", String.class).invoke(null, "1"));
      Class<?> intake = bare.loadClass(Intake.class.getName());
      InvocationHandler take =
          (proxy, method, arguments) -> {
            taken.add(arguments[0]);
            return true;
          };
      Method read = bare.loadClass(PageSource.class.getName()).getMethod("read", intake);
      read.invoke(source, Proxy.newProxyInstance(bare, new Class<?>[] {intake}, take));
    }

    assertThat(taken)
        .hasSize(2)
        .allSatisfy(page -> assertThat(page).asString().startsWith("Page["));
  }

  private static URL[] ownClasses() throws Exception {
    Path classes =
        Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new URL[] {new File(classes.toString()).toURI().toURL()};
  }
}
