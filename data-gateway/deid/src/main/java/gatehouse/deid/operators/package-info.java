/**
 * What may stand in a finding's place: masks, coarser values, keyed pseudonyms, consistent
 * surrogates, shifted dates. Keys come from the caller; nothing here has state.
 */
@NullMarked
package gatehouse.deid.operators;

import org.jspecify.annotations.NullMarked;
