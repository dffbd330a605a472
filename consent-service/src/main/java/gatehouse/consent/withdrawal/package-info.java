/**
 * Every way in which a person says no at any time: withdrawal and refusal, of one scope or of
 * everything, effective in their own transaction, with no guard but identity.
 */
@NullMarked
package gatehouse.consent.withdrawal;

import org.jspecify.annotations.NullMarked;
