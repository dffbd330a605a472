/** Addresses, regions, and the names of institutions. */
@NullMarked
package gatehouse.deid.places;

import org.jspecify.annotations.NullMarked;
