/**
 * The slot for a larger name model in ONNX. The only package that needs ONNX Runtime on the class
 * path, and only where such a model is configured.
 */
@NullMarked
package gatehouse.deid.onnx;

import org.jspecify.annotations.NullMarked;
