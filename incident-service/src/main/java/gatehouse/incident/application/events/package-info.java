/** Listens to {@code admission.application.v1}. */
@NullMarked
package gatehouse.incident.application.events;

import org.jspecify.annotations.NullMarked;
