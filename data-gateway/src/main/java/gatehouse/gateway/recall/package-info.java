/** Outputs of a stopped version, to be read again by a person (G-51, G-28). */
@NullMarked
package gatehouse.gateway.recall;

import org.jspecify.annotations.NullMarked;
