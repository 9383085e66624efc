package org.coupure.fetch;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A site over TLS with one of the certificates of broken-sites.p12, which keytool made: {@code
 * good}, {@code expired} in 2020, {@code early} until 2090, {@code other} for another host.
 */
final class TlsSite implements AutoCloseable {
  private static final File KEYS =
      new File("src/test/resources/org/coupure/fetch/broken-sites.p12");
  private static final char[] PASSWORD = "coupure".toCharArray();

  private final HttpsServer server;

  TlsSite(String alias) throws IOException, GeneralSecurityException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(alias)));
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<p>x</p>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "https://127.0.0.1:" + port() + "/";
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static SSLContext context(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance(KEYS, PASSWORD);
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    Certificate[] chain = all.getCertificateChain(alias);
    one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Returns a store that trusts who signed them all. */
  static KeyStore authority() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", KeyStore.getInstance(KEYS, PASSWORD).getCertificate("ca"));
    return trusted;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
