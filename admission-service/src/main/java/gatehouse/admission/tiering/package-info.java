/**
 * The tier of an application: a versioned ruleset kept as data, the recorded answers, the trace of
 * fired rules, the floor, and rule U for raising and lowering.
 */
@NullMarked
package gatehouse.admission.tiering;

import org.jspecify.annotations.NullMarked;
