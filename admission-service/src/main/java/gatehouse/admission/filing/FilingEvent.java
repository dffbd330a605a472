package gatehouse.admission.filing;

import gatehouse.admission.pilot.Pilot;

/** What happened to a filing. */
public sealed interface FilingEvent {

  /** A filing was opened for an application of tier LOW. */
  record FilingOpened() implements FilingEvent {}

  /** The light pilot was started. */
  record PilotStarted(Pilot pilot) implements FilingEvent {}

  /** One case of the pilot was run. */
  record PilotCaseRecorded(Pilot pilot) implements FilingEvent {}

  /** The pilot ended, passed or failed. */
  record PilotFinished(Pilot pilot) implements FilingEvent {}

  /** One of the three checks was signed. */
  record CheckSigned(Check check) implements FilingEvent {}

  /** The filing ended without success. */
  record FilingRefused() implements FilingEvent {}

  /** A signer doubts the tier: the strict track takes over. */
  record FilingDoubted() implements FilingEvent {}

  /** A seat raised the tier: the strict track takes over. */
  record FilingSuperseded() implements FilingEvent {}

  /** The application is filed. */
  record FilingCompleted(String number) implements FilingEvent {}
}
