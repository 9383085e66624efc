package org.coupure;

/** The version of this library, stated once. */
final class CoupureVersion {
  static final String NUMBER = "0.2.0";

  private CoupureVersion() {}
}
