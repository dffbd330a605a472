/**
 * What the owners of the truth say about a call: incident-service about stops, admission-service
 * about the application and its user, consent-service about the patient. A copy of the stops is
 * kept in memory; it is enough to deny, never enough to permit.
 */
@NullMarked
package gatehouse.gateway.standing;

import org.jspecify.annotations.NullMarked;
