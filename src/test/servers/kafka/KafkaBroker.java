import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker of Kafka on a port, with its data in a folder, until the standard input ends. */
class KafkaBroker {
  public static void main(String[] words) throws Exception {
    Path home = Path.of(words[1]);
    Path file = home.resolve("server.properties");
    if (!Files.exists(file)) {
      Files.createDirectories(home);
      int controller;
      try (ServerSocket free = new ServerSocket(0)) {
        controller = free.getLocalPort();
      }
      Files.writeString(
          file,
          String.join(
              "\n",
              "process.roles=broker,controller",
              "node.id=1",
              "controller.quorum.bootstrap.servers=127.0.0.1:" + controller,
              "listeners=PLAINTEXT://127.0.0.1:" + words[0] + ",CONTROLLER://127.0.0.1:" + controller,
              "advertised.listeners=PLAINTEXT://127.0.0.1:" + words[0],
              "controller.listener.names=CONTROLLER",
              "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
              "log.dirs=" + home.resolve("log"),
              "offsets.topic.replication.factor=1",
              "offsets.topic.num.partitions=1",
              "transaction.state.log.replication.factor=1",
              "transaction.state.log.min.isr=1",
              "transaction.state.log.num.partitions=1",
              "num.partitions=2",
              "group.initial.rebalance.delay.ms=0"));
      kafka.tools.StorageTool.execute(
          new String[] {
            "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", file.toString(), "--standalone"
          },
          System.out);
    }
    Thread end =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nothing is asked.
                }
              } catch (java.io.IOException ignored) {
                // The one who asked is gone.
              }
              System.exit(0);
            });
    end.setDaemon(true);
    end.start();
    kafka.Kafka.main(new String[] {file.toString()});
  }
}
