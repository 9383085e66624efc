package org.coupure.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the public Internet from all others, by the registries of special-purpose
 * addresses (IANA; RFC 6890 and those after it).
 */
final class AddressRanges {
  private static final String PRIVATE = "private";
  private static final String LOOPBACK = "loopback";
  private static final String LINK_LOCAL = "link-local";
  private static final String RESERVED = "reserved";
  private static final String DOCUMENTATION = "documentation";
  private static final String METADATA = "cloud metadata";

  /** Sorted so that what lies within another range comes before it. */
  private static final List<Range> IPV4 =
      List.of(
          // Azure's metadata address, which is in a public range; those of other clouds are in the
          // ranges below.
          range(METADATA, 32, 168, 63, 129, 16),
          range(METADATA, 32, 169, 254, 169, 254),
          range(METADATA, 32, 100, 100, 100, 200),
          range(METADATA, 32, 192, 0, 0, 192),
          range("unspecified", 8, 0),
          range(PRIVATE, 8, 10),
          range("carrier-grade NAT", 10, 100, 64),
          range(LOOPBACK, 8, 127),
          range(LINK_LOCAL, 16, 169, 254),
          range(PRIVATE, 12, 172, 16),
          range(RESERVED, 24, 192, 0, 0),
          range(DOCUMENTATION, 24, 192, 0, 2),
          range("6to4 relay", 24, 192, 88, 99),
          range(PRIVATE, 16, 192, 168),
          range("benchmarking", 15, 198, 18),
          range(DOCUMENTATION, 24, 198, 51, 100),
          range(DOCUMENTATION, 24, 203, 0, 113),
          range("multicast", 4, 224),
          range("broadcast", 32, 255, 255, 255, 255),
          range(RESERVED, 4, 240));

  private static final List<Range> IPV6 =
      List.of(
          // Outside of 2000::/3 for the sake of a name; all of that is refused.
          range(METADATA, 128, 0xFD, 0x00, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54),
          range("unspecified", 128, 0),
          range(LOOPBACK, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
          range("multicast", 8, 0xFF),
          range(LINK_LOCAL, 10, 0xFE, 0x80),
          range("site-local", 10, 0xFE, 0xC0),
          range(PRIVATE, 7, 0xFC),
          range("Teredo", 32, 0x20, 0x01, 0, 0),
          range("benchmarking", 48, 0x20, 0x01, 0, 2, 0, 0),
          range(DOCUMENTATION, 32, 0x20, 0x01, 0x0D, 0xB8),
          range(RESERVED, 23, 0x20, 0x01, 0, 0),
          range("6to4", 16, 0x20, 0x02),
          range(DOCUMENTATION, 20, 0x3F, 0xFF));

  private static final Range GLOBAL = range("global", 3, 0x20);

  /** RFC 6052: where there is no IPv4, name servers put every IPv4 address in here. */
  private static final Range NAT64 = range("NAT64", 96, 0, 0x64, 0xFF, 0x9B);

  private AddressRanges() {}

  private static final class Range {
    private final String name;
    private final byte[] prefix;
    private final int bits;

    Range(String name, byte[] prefix, int bits) {
      this.name = name;
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean holds(byte[] url) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        int own = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
        if ((own & mask) != (url[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Range range(String name, int bits, int... prefix) {
    byte[] bytes = new byte[prefix.length];
    for (int i = 0; i < prefix.length; i++) {
      bytes[i] = (byte) prefix[i];
    }
    return new Range(name, bytes, bits);
  }

  /** Returns what kind of address it is, or null when it is one of the public Internet. */
  static @Nullable String special(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? first(IPV4, bytes) : special6(bytes);
  }

  private static @Nullable String special6(byte[] bytes) {
    if (NAT64.holds(bytes)) {
      String inner = first(IPV4, tail(bytes));
      return inner == null ? null : inner + " through NAT64";
    }
    String known = first(IPV6, bytes);
    if (known != null) {
      return known;
    }
    if (!GLOBAL.holds(bytes)) {
      return RESERVED;
    }
    return isatap(bytes) ? first(IPV4, tail(bytes)) : null;
  }

  /** RFC 5214: an interface identifier of 0000:5EFE or 0200:5EFE, then an IPv4 address. */
  private static boolean isatap(byte[] bytes) {
    return (bytes[8] & ~0x03) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5E
        && bytes[11] == (byte) 0xFE;
  }

  private static byte[] tail(byte[] bytes) {
    return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
  }

  private static @Nullable String first(List<Range> ranges, byte[] url) {
    for (Range range : ranges) {
      if (range.holds(url)) {
        return range.name;
      }
    }
    return null;
  }
}
