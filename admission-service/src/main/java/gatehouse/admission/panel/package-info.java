/**
 * The joint admission panel: five seats, five persons, sealed ballots bound to one bundle hash, one
 * veto (G-22, G-23).
 */
@NullMarked
package gatehouse.admission.panel;

import org.jspecify.annotations.NullMarked;
