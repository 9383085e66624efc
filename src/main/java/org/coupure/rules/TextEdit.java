package org.coupure.rules;

import org.coupure.text.Whitespace;

/**
 * A change of a block's own text: each match of the pattern is replaced.
 *
 * @param with what comes in its place, taken as it is; usually empty
 * @param where file, line and text
 */
record TextEdit(TextPattern pattern, String with, String where) {
  /** Returns the changed text, white space folded where something was changed. */
  String apply(String text) {
    String edited = pattern.replacedIn(text, with);
    return edited.equals(text) ? text : Whitespace.fold(edited);
  }
}
