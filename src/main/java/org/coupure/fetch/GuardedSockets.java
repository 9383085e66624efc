package org.coupure.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that look at the URL once more at the moment they connect to it, so that nothing
 * that happened since the look-up of the name matters.
 */
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;
  private final Predicate<InetSocketAddress> exempt;

  /**
   * Makes a factory.
   *
   * @param exempt tells the proxies, which mostly stand inside the network
   */
  GuardedSockets(AddressGuard guard, Predicate<InetSocketAddress> exempt) {
    this.guard = guard;
    this.exempt = exempt;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = new GuardedSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = new GuardedSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private final class GuardedSocket extends Socket {
    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (endpoint instanceof InetSocketAddress to && !exempt.test(to)) {
        InetAddress address = to.getAddress();
        if (address != null) {
          guard.check(to.getHostString(), address);
        }
      }
      super.connect(endpoint, timeout);
    }
  }
}
