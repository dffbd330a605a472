package gatehouse.gateway.tripwire;

import java.util.EnumMap;
import java.util.Map;

/** What the last look said. Only {@link Clean} lets the bytes go. */
public sealed interface TripwireVerdict {

  /** The kinds of things that are left in a body. */
  enum Kind {
    /** The shape of a resident identity card (GB 11643), right or wrong checksum. */
    IDENTITY_CARD,
    /** A mobile or landline number. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** Nine or more digits in a row. */
    LONG_NUMBER,
    /** Something the caller said about the patient. */
    KNOWN_VALUE,
    /**
     * Chinese prose in base64 or hexadecimal, or words of two alphabets: written so that no engine
     * reads it.
     */
    ENCODED_TEXT
  }

  /** Nothing was found in any view. */
  record Clean() implements TripwireVerdict {}

  /**
   * Something is left.
   *
   * @param counts how often, over all views; one value may count in several views
   */
  record Found(Map<Kind, Integer> counts) implements TripwireVerdict {
    public Found {
      counts = Map.copyOf(new EnumMap<>(counts));
    }
  }

  /**
   * The scan did not come to its end: it says nothing about the bytes, so they stay.
   *
   * @param cause a word for the operator, never content
   */
  record Trouble(String cause) implements TripwireVerdict {}
}
