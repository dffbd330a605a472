/** The ruleset in force over HTTP: which questions an applicant must answer. */
@NullMarked
package gatehouse.admission.tiering.rest;

import org.jspecify.annotations.NullMarked;
