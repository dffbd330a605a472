/**
 * How a command ends and why it is refused: one vocabulary for every feature, with the clauses that
 * ask for each refusal.
 */
@NullMarked
package gatehouse.admission.refusal;

import org.jspecify.annotations.NullMarked;
