/** Learns applications from the topic admission.application.v1. */
@NullMarked
package gatehouse.consent.application.events;

import org.jspecify.annotations.NullMarked;
