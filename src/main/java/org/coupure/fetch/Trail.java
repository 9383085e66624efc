package org.coupure.fetch;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** The addresses that one call went through. Belongs to the call's thread. */
final class Trail {
  private final List<HttpUrl> urls = new ArrayList<>();

  void add(HttpUrl url) {
    urls.add(url);
  }

  /** Returns the address the call came to, or {@code first} when it did not even begin. */
  HttpUrl last(HttpUrl first) {
    return urls.isEmpty() ? first : urls.get(urls.size() - 1);
  }

  List<HttpUrl> urls() {
    return List.copyOf(urls);
  }

  /** Returns how the call got to where it ended, or nothing when it was not redirected. */
  String describe() {
    return urls.size() < 2 ? "" : " (after redirects: " + Redirects.chain(urls) + ")";
  }
}
