/** Filings in PostgreSQL, and the sequence of filing numbers. */
@NullMarked
package gatehouse.admission.filing.store;

import org.jspecify.annotations.NullMarked;
