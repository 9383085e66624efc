import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the baseline of an API: the public classes of a jar with their public and protected
 * members, without the code of the methods. RELEASING.md says when.
 *
 * <p>{@code java -cp asm.jar packaging/api/ApiJar.java target/coupure.jar packaging/api/coupure-X.Y.Z.jar}
 */
public final class ApiJar {
  private static final int SHOWN = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private ApiJar() {}

  public static void main(String[] args) throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(args[0])) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith("org/coupure/") && entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            ClassReader reader = new ClassReader(in);
            if ((reader.getAccess() & Opcodes.ACC_PUBLIC) != 0) {
              classes.put(entry.getName(), stripped(reader));
            }
          }
        }
      }
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      for (String name : classes.keySet()) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(classes.get(name));
      }
    }
  }

  private static byte[] stripped(ClassReader reader) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor shown =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String type, String generic, Object value) {
            return (access & SHOWN) == 0
                ? null
                : super.visitField(access, name, type, generic, value);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String generic, String[] thrown) {
            return (access & SHOWN) == 0
                ? null
                : super.visitMethod(access, name, type, generic, thrown);
          }
        };
    reader.accept(shown, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }
}
