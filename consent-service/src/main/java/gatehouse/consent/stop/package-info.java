/**
 * This service's own copy of the emergency stops of incident-service. It can only deny: while a
 * stop that is known here covers an application, no answer about it is a yes (invariant I2).
 */
@NullMarked
package gatehouse.consent.stop;

import org.jspecify.annotations.NullMarked;
