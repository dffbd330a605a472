/**
 * The export's form, read so strictly that every value has one spelling only: a byte that differs
 * is always a difference.
 */
@NullMarked
package gatehouse.verify.export;

import org.jspecify.annotations.NullMarked;
