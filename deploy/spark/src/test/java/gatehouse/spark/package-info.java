/** The functions in Spark's local mode, beside the command line. */
@NullMarked
package gatehouse.spark;

import org.jspecify.annotations.NullMarked;
