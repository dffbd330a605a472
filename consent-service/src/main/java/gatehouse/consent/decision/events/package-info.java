/** Writes every question and its answer into the journal. */
@NullMarked
package gatehouse.consent.decision.events;

import org.jspecify.annotations.NullMarked;
