/**
 * The synchronous answer to enforcement points: is this application admitted now, is this user
 * trained now?
 */
@NullMarked
package gatehouse.admission.standing;

import org.jspecify.annotations.NullMarked;
