/** Signed notes, verifier keys and checkpoints as C2SP defines them. */
@NullMarked
package gatehouse.verify.note;

import org.jspecify.annotations.NullMarked;
