/**
 * Identifiers with a form of their own: numbers, electronic addresses, places, institutions, dates.
 * Each detector is linear in the text and knows nothing of the others; conflicts are settled later.
 */
@NullMarked
package gatehouse.deid.scan;

import org.jspecify.annotations.NullMarked;
