/** The rules of this feature, held against examples and random walks. */
@NullMarked
package gatehouse.admission.changeclass;

import org.jspecify.annotations.NullMarked;
