/** Tests of the package of the same name. */
@NullMarked
package gatehouse.journal.rest;

import org.jspecify.annotations.NullMarked;
