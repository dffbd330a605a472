/**
 * Registration certificates of medical devices (NMPA): number format, class, holder, intended use
 * and validity (G-18).
 */
@NullMarked
package gatehouse.admission.certificate;

import org.jspecify.annotations.NullMarked;
