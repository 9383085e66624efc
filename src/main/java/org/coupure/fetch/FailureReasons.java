package org.coupure.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/** Says what a broken call died of: by the exception's kind, never by its message. */
final class FailureReasons {
  private FailureReasons() {}

  /**
   * Returns the reason.
   *
   * @param url where the call was when it broke
   * @param proxy through which it went, as {@code host:port}, or null
   * @param reading whether the answer's headers had come, so that the body broke
   */
  static FetchFailure of(
      IOException e, HttpUrl url, @Nullable String proxy, boolean reading, Duration timeout) {
    String host = url.host();
    RefusalException known = within(e, RefusalException.class);
    if (known != null) {
      return known.refusal();
    }
    if (within(e, InterruptedIOException.class) != null && Thread.currentThread().isInterrupted()) {
      return FetchFailure.failed(Reason.CONNECTION, "the fetch was interrupted");
    }
    if (within(e, TimedDns.LookupTimeout.class) != null) {
      return FetchFailure.failed(
          Reason.TIMEOUT,
          "no name server told the address of " + host + " within " + seconds(timeout));
    }
    if (e instanceof InterruptedIOException) {
      return FetchFailure.failed(Reason.TIMEOUT, "no whole answer within " + seconds(timeout));
    }
    if (e instanceof UnknownHostException) {
      // Through a proxy no name is looked up here but its own.
      String name =
          proxy == null ? "the name " + host : "the proxy " + proxy.replaceFirst(":[0-9]+$", "");
      return FetchFailure.failed(
          Reason.DNS, name + " has no address; check its spelling and the network");
    }
    if (e instanceof SSLException) {
      return FetchFailure.failed(Reason.TLS, tls(e, url));
    }
    if (reading && (e instanceof EOFException || e instanceof ProtocolException)) {
      return FetchFailure.failed(Reason.TRUNCATED, "the body ends before its announced end");
    }
    if (reading) {
      return FetchFailure.failed(Reason.CONNECTION, "the connection broke within the body" + of(e));
    }
    return FetchFailure.failed(Reason.CONNECTION, connection(e, url, proxy));
  }

  private static String connection(IOException e, HttpUrl url, @Nullable String proxy) {
    String where = url.host() + ":" + url.port();
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no connection to " + (proxy == null ? where : "the proxy " + proxy) + of(e);
    }
    if (e instanceof ProtocolException) {
      return "what " + where + " answered is not HTTP" + of(e);
    }
    return "the connection to " + where + " broke before an answer came" + of(e);
  }

  private static String tls(IOException e, HttpUrl url) {
    String host = url.host();
    if (e instanceof SSLPeerUnverifiedException) {
      return "the certificate that was shown is not for " + host;
    }
    if (causedBy(e, CertificateExpiredException.class)) {
      return "the certificate of " + host + " has expired";
    }
    if (causedBy(e, CertificateNotYetValidException.class)) {
      return "the certificate of " + host + " is not valid yet; check this computer's clock";
    }
    if (e instanceof SSLHandshakeException) {
      return "the TLS handshake with " + host + " failed" + of(e);
    }
    return "no TLS with " + host + " on port " + url.port() + of(e);
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
    return within(e, kind) != null;
  }

  /** Returns the exception of this kind among {@code e}, its causes, and what they suppressed. */
  private static <T extends Throwable> @Nullable T within(Throwable e, Class<T> kind) {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return kind.cast(t);
      }
      for (Throwable other : t.getSuppressed()) {
        if (kind.isInstance(other)) {
          return kind.cast(other);
        }
      }
    }
    return null;
  }

  private static String of(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "" : " (" + message.strip() + ")";
  }

  static String seconds(Duration d) {
    return d.toMillis() % 1000 == 0 ? d.toSeconds() + " s" : d.toMillis() + " ms";
  }
}
