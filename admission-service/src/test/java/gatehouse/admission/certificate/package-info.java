/** The rules of this feature, held against examples and random walks. */
@NullMarked
package gatehouse.admission.certificate;

import org.jspecify.annotations.NullMarked;
