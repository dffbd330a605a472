@NullMarked
package gatehouse.proof.witness;

import org.jspecify.annotations.NullMarked;
