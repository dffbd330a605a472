/**
 * The de-identification engine as functions of Spark SQL. The engine is the jar of the command
 * line, and each row is treated as a line or a file is there.
 */
@NullMarked
package gatehouse.spark;

import org.jspecify.annotations.NullMarked;
