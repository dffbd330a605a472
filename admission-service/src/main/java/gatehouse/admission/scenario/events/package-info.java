/** What others are told about scenarios, on admission.product.v1. */
@NullMarked
package gatehouse.admission.scenario.events;

import org.jspecify.annotations.NullMarked;
