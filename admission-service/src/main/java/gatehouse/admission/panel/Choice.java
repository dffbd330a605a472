package gatehouse.admission.panel;

/** There is no abstention: whatever is not an approval is not a pass (G-23). */
public enum Choice {
  APPROVE,
  REJECT
}
