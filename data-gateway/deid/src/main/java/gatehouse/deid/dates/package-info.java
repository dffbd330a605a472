/** Dates and times, and ages that few people reach. */
@NullMarked
package gatehouse.deid.dates;

import org.jspecify.annotations.NullMarked;
