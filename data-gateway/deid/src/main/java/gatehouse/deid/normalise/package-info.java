/**
 * One spelling for many: full-width, circled and mathematical characters become plain ones,
 * invisible ones go, and every position knows where it stood in the original.
 */
@NullMarked
package gatehouse.deid.normalise;

import org.jspecify.annotations.NullMarked;
