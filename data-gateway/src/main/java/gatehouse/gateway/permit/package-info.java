/**
 * May this call run? Five questions in a fixed order: STOP, ADMISSION, TRAINING, CONSENT, DATA. The
 * owners of the first four are asked synchronously for every call; whatever is not an answer is a
 * refusal, and every refusal names the manual route.
 */
@NullMarked
package gatehouse.gateway.permit;

import org.jspecify.annotations.NullMarked;
