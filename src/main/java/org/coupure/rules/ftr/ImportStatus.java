package org.coupure.rules.ftr;

/** What became of a line. */
public enum ImportStatus {
  /** The rule says the same. */
  TRANSLATED,
  /** It steers what Coupure does by itself, or what has no part in its records. */
  MEANINGLESS,
  /** It says something that rules cannot say, or nothing that could be understood. */
  DROPPED
}
