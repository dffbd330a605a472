/**
 * Reports of what went wrong or nearly did (G-46..G-50). Harm is no condition, anyone on duty may
 * report, the reporter may stay unnamed, and no report is ever dropped: a duplicate is merged and
 * counted.
 */
@NullMarked
package gatehouse.incident.incident;

import org.jspecify.annotations.NullMarked;
