package gatehouse.admission.product;

/** What sort of product it is; for the register, never for the tier. */
public enum ProductKind {
  IMAGING,
  CDSS,
  LLM,
  ROBOT,
  WAYFINDING,
  SPEECH,
  OTHER
}
