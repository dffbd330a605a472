package gatehouse.deid.document;

import java.util.List;

/** A part of a document: a group of parts, or a text. */
public sealed interface Part {
  /** What the part is called within its group, such as an element, a segment or a tag. */
  String name();

  /**
   * Parts that belong together.
   *
   * @param parts in the order of the document; several may have one name
   */
  record Group(String name, List<Part> parts) implements Part {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A text to be treated.
   *
   * @param text as the record means it: escapes of the format undone
   */
  record Text(String name, String text) implements Part {
    /** Without the text, which may be about a patient. */
    @Override
    public String toString() {
      return "Text[" + name + ", length=" + text.length() + "]";
    }
  }
}
