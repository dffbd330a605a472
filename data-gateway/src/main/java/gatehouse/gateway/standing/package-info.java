/**
 * What the owners of the truth say about a call: incident-service about stops, admission-service
 * about the application and its user, consent-service about the patient; and the leases that say
 * whether this gateway knows every no of an owner's.
 */
@NullMarked
package gatehouse.gateway.standing;

import org.jspecify.annotations.NullMarked;
