package org.coupure.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;

/** Reads {@code headers}: what the fetcher sends along to a site. */
final class HeaderParser {
  /** The connection's own business: a rule that set them could only break it. */
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "upgrade",
          "keep-alive",
          "expect",
          "accept-encoding");

  private final Problems problems;
  private final ValueReader valueReader;

  HeaderParser(Problems problems, ValueReader valueReader) {
    this.problems = problems;
    this.valueReader = valueReader;
  }

  Map<String, String> headers(Node.Entry entry) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Node.Entry header : valueReader.entries(entry)) {
      String name = header.key().value();
      List<Node.Text> texts = valueReader.texts(header);
      String value = texts.isEmpty() ? "" : texts.get(0).value().strip();
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
        problems.add(header.key(), "headers: '" + name + "' is no header's name");
      } else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        problems.add(header.key(), "headers: `" + name + "` is set by the fetcher itself");
      } else if (!value.matches("[\\x20-\\x7E]*")) {
        problems.add(header.value(), "headers: a value is one line of plain ASCII characters");
      } else {
        headers.put(name, value);
      }
    }
    return headers;
  }
}
