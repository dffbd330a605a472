/** Documents with a structure. */
@NullMarked
package gatehouse.deid.document;

import org.jspecify.annotations.NullMarked;
