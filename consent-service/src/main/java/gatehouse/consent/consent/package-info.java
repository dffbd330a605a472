/**
 * The signed consent of one person to one scope: the ceremony from presenting the form to its
 * grant, refusal or end.
 */
@NullMarked
package gatehouse.consent.consent;

import org.jspecify.annotations.NullMarked;
