/** Rulesets as files on the classpath. */
@NullMarked
package gatehouse.admission.tiering.store;

import org.jspecify.annotations.NullMarked;
