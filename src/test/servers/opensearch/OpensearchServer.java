import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** An OpenSearch of one node on a port, with its data in a folder, until the standard input ends. */
class OpensearchServer {
  static class OneNode extends Node {
    OneNode(Environment environment) {
      super(
          environment,
          List.of(Netty4Plugin.class, CommonAnalysisPlugin.class),
          false);
    }
  }

  public static void main(String[] words) throws Exception {
    Path home = Path.of(words[1]);
    Files.createDirectories(home.resolve("config"));
    Settings settings =
        Settings.builder()
            .put("path.home", home.toString())
            .put("http.port", words[0])
            .put("transport.port", "0")
            .put("network.host", "127.0.0.1")
            .put("discovery.type", "single-node")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.name", "test")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            .build();
    Node node =
        new OneNode(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test"));
    node.start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nothing is asked.
    }
    node.close();
    System.exit(0);
  }
}
