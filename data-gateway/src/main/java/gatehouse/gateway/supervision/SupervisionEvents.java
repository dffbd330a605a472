package gatehouse.gateway.supervision;

import gatehouse.gateway.permit.Caller;

/** Tells of supervisions, in the caller's transaction. */
public interface SupervisionEvents {
  void started(Supervision supervision, Caller by);

  void ended(Supervision supervision, Caller by);

  /** The heartbeat was lost: from here on the device has no permit. */
  void lost(Supervision supervision);
}
