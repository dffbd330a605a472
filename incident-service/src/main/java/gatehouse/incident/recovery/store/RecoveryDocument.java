package gatehouse.incident.recovery.store;

import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.RecoveryItems;
import java.util.List;

/** What no query asks for. */
record RecoveryDocument(RecoveryItems items, List<Confirmation> confirmations) {}
