/** Hears the panel's decisions on {@code admission.case.v1}. */
@NullMarked
package gatehouse.incident.restart.events;

import org.jspecify.annotations.NullMarked;
