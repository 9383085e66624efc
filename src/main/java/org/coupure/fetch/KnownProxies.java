package org.coupure.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the hosts of the proxies that were chosen, which mostly stand inside the network: the
 * guard must let pass these and no others. Thread-safe.
 */
final class KnownProxies extends ProxySelector {
  private final ProxySelector selector;
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();

  KnownProxies(ProxySelector selector) {
    this.selector = selector;
  }

  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> selected = selector.select(uri);
    for (Proxy proxy : selected) {
      if (proxy.address() instanceof InetSocketAddress address) {
        hosts.add(address.getHostString());
      }
    }
    return selected;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    selector.connectFailed(uri, address, failure);
  }

  boolean isProxy(String host) {
    return hosts.contains(host);
  }
}
