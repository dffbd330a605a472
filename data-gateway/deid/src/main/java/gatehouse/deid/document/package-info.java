/**
 * The seam for records with a structure (FHIR, HL7 v2, CDA, DICOM): an adapter turns a record into
 * a tree of text fields, the engine treats all of them as one document, and the adapter writes the
 * tree back.
 */
@NullMarked
package gatehouse.deid.document;

import org.jspecify.annotations.NullMarked;
