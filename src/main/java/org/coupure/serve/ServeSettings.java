package org.coupure.serve;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the service is to be run. Immutable.
 *
 * @param access where it listens and whom it serves
 * @param rules the folders of rules, strongest first; the first one is written to
 * @param pages stored pages that rules are tried on: a file, folder or archive; null for none
 * @param store the file of records that is searched, or null for none
 * @param limits how much a request may ask for
 */
public record ServeSettings(
    Access access,
    List<Path> rules,
    @Nullable Path pages,
    @Nullable Path store,
    ServeLimits limits) {
  public ServeSettings {
    rules = List.copyOf(rules);
  }

  /**
   * Where the service listens and whom it serves.
   *
   * @param bind the name or number of the address to listen on
   * @param port the port; 0 takes any
   * @param key what clients must show as {@code Authorization: Bearer KEY}, or null for none
   * @param hosts further names under which clients may reach it, such as that of a proxy
   */
  public record Access(String bind, int port, @Nullable String key, List<String> hosts) {
    public Access {
      hosts = List.copyOf(hosts);
    }
  }
}
