/**
 * May this call run? Five questions in a fixed order: STOP, ADMISSION, TRAINING, CONSENT, DATA. The
 * first four are answered from what the owners said and lent, and where memory has no answer by
 * asking them; whatever is not an answer is a refusal, and every refusal names the manual route.
 */
@NullMarked
package gatehouse.gateway.permit;

import org.jspecify.annotations.NullMarked;
