package org.coupure.cli;

/**
 * What people read about a verb.
 *
 * @param usage what may stand after the verb, such as {@code [OPTION]... [PATH|-]...}
 * @param about what it does, in paragraphs of lines that are short enough
 * @param examples two examples or three, each a line that says what it is for and the command
 * @param notes what else matters, such as exit codes; may be empty
 */
record Manual(String usage, String about, String examples, String notes) {}
