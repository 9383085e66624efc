package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.zstd;

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
    List<Object> taken;
    try (URLClassLoader bare = new URLClassLoader(ownClasses(), null)) {
      taken = read(bare, folder.toString());
    }

    assertThat(taken)
        .hasSize(2)
        .allSatisfy(page -> assertThat(page).asString().startsWith("Page["));
  }

  private static List<Object> read(ClassLoader loader, String operand) throws Exception {
    List<Object> taken = new ArrayList<>();
    Class<?> options = loader.loadClass(SourceOptions.class.getName());
    Object source =
        loader
            .loadClass(Sources.class.getName())
            .getMethod("of", List.class, InputStream.class, options)
            .invoke(
                null,
                List.of(operand),
                InputStream.nullInputStream(),
                options.getMethod("of", String.class).invoke(null, "1"));
    Class<?> intake = loader.loadClass(PageConsumer.class.getName());
    InvocationHandler take =
        (proxy, method, arguments) -> {
          taken.add(arguments[0]);
          return true;
        };
    Method read = loader.loadClass(PageSource.class.getName()).getMethod("read", intake);
    read.invoke(source, Proxy.newProxyInstance(loader, new Class<?>[] {intake}, take));
    return taken;
  }

  /** Without zstd-jni nothing of it may be touched before the person is told what is missing. */
  @Test
  void saysWhatIsMissingForZstd() throws Exception {
    Files.write(folder.resolve("a.html.zst"), zstd(html("a")));
    List<URL> all = new ArrayList<>(List.of(ownClasses()));
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!path.contains("zstd-jni")) {
        all.add(new File(path).toURI().toURL());
      }
    }
    try (URLClassLoader without = new URLClassLoader(all.toArray(URL[]::new), null)) {
      assertThat(read(without, folder.toString()).toString())
          .contains("reason=UNSUPPORTED")
          .contains(
              "is packed with zstd, for which the library zstd-jni (com.github.luben) is missing");
    }
  }

  private static URL[] ownClasses() throws Exception {
    Path classes =
        Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new URL[] {new File(classes.toString()).toURI().toURL()};
  }
}
