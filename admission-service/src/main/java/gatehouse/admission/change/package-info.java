/**
 * How an application that is in use comes to its next version: a change case with recorded facts,
 * the class that the rules give it, and the review that this class asks for. Until it has passed,
 * the old version stays admitted and the new one is not (G-02).
 */
@NullMarked
package gatehouse.admission.change;

import org.jspecify.annotations.NullMarked;
