/**
 * {@code ./suite}: the whole suite on one machine, with nothing installed but a JDK. This package
 * reads the command line and speaks to the person; {@code blueprint} says what the suite is made
 * of, {@code processes} starts, watches and stops it.
 */
@NullMarked
package gatehouse.local;

import org.jspecify.annotations.NullMarked;
