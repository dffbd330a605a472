package gatehouse.gateway.reconciliation;

import gatehouse.gateway.permit.Caller;

/** Tells of write-backs and reconciliations, in the caller's transaction. */
public interface ReconciliationEvents {
  void written(WriteBack writeBack, Caller by);

  /** The night's result. */
  void reconciled(Reconciliation reconciliation);
}
