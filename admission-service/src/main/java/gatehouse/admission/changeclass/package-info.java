/**
 * How grave a change of a version is: a versioned rule table over recorded facts, and the control
 * plans that were confirmed before, within which a change is preauthorised (after the predetermined
 * change control plans of the FDA, 2024, and the IMDRF).
 */
@NullMarked
package gatehouse.admission.changeclass;

import org.jspecify.annotations.NullMarked;
