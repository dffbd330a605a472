@NullMarked
package gatehouse.proof.inspect;

import org.jspecify.annotations.NullMarked;
