/** Starts, ends and shows drills. */
@NullMarked
package gatehouse.incident.drill.rest;

import org.jspecify.annotations.NullMarked;
