/** The command line from outside: outputs and exit codes. */
@NullMarked
package gatehouse.deid.cli;

import org.jspecify.annotations.NullMarked;
