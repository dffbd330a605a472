package gatehouse.deid.finding;

/** Which stage of the engine found a span. */
public enum Stage {
  /** The one-pass scanner: numbers with a form, divisions, institutions, dates. */
  SCAN,
  /** An identifier that the caller named. */
  KNOWN,
  /** A label or title beside the span, such as 姓名：. */
  CONTEXT,
  /** The name model. */
  MODEL,
  /** The same value stands elsewhere in the document or the conversation. */
  PROPAGATION
}
