package gatehouse.incident.recovery.store;

import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.RecoveryItems;
import gatehouse.incident.store.DocumentColumn;
import java.util.List;

/** What no query asks for. */
record RecoveryDocument(RecoveryItems items, List<Confirmation> confirmations) {

  /** Its column. */
  static class InJson extends DocumentColumn<RecoveryDocument> {
    InJson() {
      super(RecoveryDocument.class);
    }
  }
}
