/**
 * Measuring the engine on labelled text: whole cover, any cover, document leaks and precision, with
 * Wilson intervals. It reads the labels of any set in the form of {@code {"text","spans"}} lines.
 */
@NullMarked
package gatehouse.deid.evaluation;

import org.jspecify.annotations.NullMarked;
