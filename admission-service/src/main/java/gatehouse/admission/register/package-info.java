/**
 * The public register: every admitted or filed application in plain words, without login and
 * without personal data.
 */
@NullMarked
package gatehouse.admission.register;

import org.jspecify.annotations.NullMarked;
