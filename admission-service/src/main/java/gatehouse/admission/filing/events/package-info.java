/** What others are told about filings, on admission.case.v1. */
@NullMarked
package gatehouse.admission.filing.events;

import org.jspecify.annotations.NullMarked;
