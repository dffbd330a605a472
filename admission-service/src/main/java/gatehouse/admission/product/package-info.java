/**
 * Vendors, their products, and the immutable versions that admission judges. A version is known by
 * one digest over its artefact and its configuration (G-02).
 */
@NullMarked
package gatehouse.admission.product;

import org.jspecify.annotations.NullMarked;
