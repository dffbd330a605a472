/**
 * The command line: files, folders and JSON lines through the engine. A file that cannot be read is
 * reported and skipped, never passed through; the report counts and never quotes.
 */
@NullMarked
package gatehouse.deid.cli;

import org.jspecify.annotations.NullMarked;
