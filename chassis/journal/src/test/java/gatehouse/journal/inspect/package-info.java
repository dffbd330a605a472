@NullMarked
package gatehouse.journal.inspect;

import org.jspecify.annotations.NullMarked;
