package org.coupure.sink;

/**
 * A record that a target refuses for good.
 *
 * @param entry the record
 * @param reason what the target said
 */
public record Rejection(JournalEntry entry, String reason) {}
