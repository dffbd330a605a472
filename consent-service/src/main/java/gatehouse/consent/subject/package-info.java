/**
 * The person asked, known in this service only by a keyed reference: how a patient's number becomes
 * that reference, and whether whoever asks may speak for the person.
 */
@NullMarked
package gatehouse.consent.subject;

import org.jspecify.annotations.NullMarked;
