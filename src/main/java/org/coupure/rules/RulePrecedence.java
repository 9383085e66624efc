package org.coupure.rules;

/**
 * Where a rule that names a page's host stands in the order of precedence.
 *
 * @param rule the rule's name
 * @param folder which folder it lies in, from 0, the strongest; the last one is the bundled rules
 * @param speaks whether the rule counts for the URL
 * @param why what keeps it from counting, or on what it still depends; may be empty
 */
public record RulePrecedence(String rule, int folder, boolean speaks, String why) {}
