/** Records as they lie in JSON columns. */
@NullMarked
package gatehouse.documents;

import org.jspecify.annotations.NullMarked;
