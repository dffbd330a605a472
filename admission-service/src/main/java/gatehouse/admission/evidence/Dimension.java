package gatehouse.admission.evidence;

/** The four dimensions of the compliance floor (G-01): 安全、有效、公平、可解释. */
public enum Dimension {
  SAFE,
  EFFECTIVE,
  FAIR,
  EXPLAINABLE
}
