/**
 * This service's copy of the applications that admission-service knows. The copy narrows and words
 * a stop (department, manual route); a stop never waits for it and never fails without it.
 */
@NullMarked
package gatehouse.incident.application;

import org.jspecify.annotations.NullMarked;
