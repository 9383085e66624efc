import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/** A PostgreSQL on a port, with its data in a folder, until the standard input ends. */
class PostgresqlServer {
  public static void main(String[] words) throws Exception {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setPort(Integer.parseInt(words[0]))
            .setDataDirectory(Path.of(words[1]))
            .setCleanDataDirectory(false)
            .start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nothing is asked.
    }
    server.close();
    System.exit(0);
  }
}
