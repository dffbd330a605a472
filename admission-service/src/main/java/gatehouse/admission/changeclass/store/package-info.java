/** Control plans in PostgreSQL, change rules as files on the classpath. */
@NullMarked
package gatehouse.admission.changeclass.store;

import org.jspecify.annotations.NullMarked;
