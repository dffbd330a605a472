package gatehouse.admission.panel;

/** What a round decides: entry into a pilot, or admission itself. */
public enum Stage {
  PILOT_ENTRY,
  ADMISSION
}
