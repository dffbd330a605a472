/** The rules of this feature, held against examples and random walks. */
@NullMarked
package gatehouse.admission.filing;

import org.jspecify.annotations.NullMarked;
