package org.coupure.watch;

import org.coupure.fetch.Visit;

/** A job with its visit, which one thread at a time goes on with. */
record Errand(Job job, String host, Visit visit) {}
