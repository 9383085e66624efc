/**
 * Runs jobs: tasks wait for their hosts, worker threads process them, and results come out in the
 * order of the inputs. Cleaning and fetching run here; a watch takes its tasks from the same
 * queues.
 */
@NullMarked
package org.coupure.batch;

import org.jspecify.annotations.NullMarked;
