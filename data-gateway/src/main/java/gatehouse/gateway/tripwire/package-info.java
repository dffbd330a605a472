/**
 * The last look at the exact bytes that are about to leave for a public destination. Independent of
 * the de-identification engine on purpose: the two share no code, no list and no rule, so that one
 * mistake does not open both. Whatever it finds, and any trouble of its own, blocks.
 */
@NullMarked
package gatehouse.gateway.tripwire;

import org.jspecify.annotations.NullMarked;
