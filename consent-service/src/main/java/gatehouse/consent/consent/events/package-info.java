/** Tells others of the state of consents through the journal. */
@NullMarked
package gatehouse.consent.consent.events;

import org.jspecify.annotations.NullMarked;
