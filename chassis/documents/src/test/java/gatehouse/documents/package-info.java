/** Documents that can be read, and some that cannot. */
@NullMarked
package gatehouse.documents;

import org.jspecify.annotations.NullMarked;
