/** The slot for a larger model. */
@NullMarked
package gatehouse.deid.onnx;

import org.jspecify.annotations.NullMarked;
