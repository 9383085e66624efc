package org.coupure.rules;

/**
 * A promise that a rule did not keep on one page.
 *
 * @param rule the rule's name
 * @param what which promise, as a part of a sentence: {@code `content` found nothing}
 */
public record Miss(String rule, String what) {}
