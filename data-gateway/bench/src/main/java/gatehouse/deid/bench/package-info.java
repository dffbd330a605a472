/**
 * How fast the engine is. {@code ./suite deid-bench} builds and runs it; options go to JMH. Figures
 * belong into docs/measurements.md with what ran beside them.
 */
@NullMarked
package gatehouse.deid.bench;

import org.jspecify.annotations.NullMarked;
