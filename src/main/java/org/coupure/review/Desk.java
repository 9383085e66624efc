package org.coupure.review;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where and when a review is made. Immutable.
 *
 * @param zone in which its readers tell the time
 * @param made when it is made
 */
public record Desk(ZoneId zone, Instant made) {}
