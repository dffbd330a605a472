package gatehouse.incident.stop;

/** Why somebody pressed the button, as far as one word can say. */
public enum StopReason {
  HALLUCINATION,
  LOGIC_FALLACY,
  WRONG_RESULT,
  SUSPECTED_HARM,
  DATA_LEAK,
  PROCESS_INTERRUPTION,
  SECURITY,
  VENDOR_WARNING,
  OTHER
}
