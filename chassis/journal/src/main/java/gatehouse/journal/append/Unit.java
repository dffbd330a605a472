package gatehouse.journal.append;

import gatehouse.journal.store.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes durable together. Filled by one thread, then handed to the writer. */
final class Unit {

  private static final ScopedValue<Unit> CURRENT = ScopedValue.newInstance();

  private final List<StoredEntry> entries = new ArrayList<>();
  private final List<NewRow> rows = new ArrayList<>();

  static Unit of(StoredEntry entry) {
    Unit unit = new Unit();
    unit.add(entry);
    return unit;
  }

  /** That of the {@link SharedCommit} in which the thread is, or null. */
  static @Nullable Unit current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** Runs the work, with this unit as its {@link #current}. */
  <T> T gather(ScopedValue.CallableOp<T, Exception> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  void add(StoredEntry entry) {
    entries.add(entry);
  }

  void add(NewRow row) {
    rows.add(row);
  }

  List<StoredEntry> entries() {
    return entries;
  }

  List<NewRow> rows() {
    return rows;
  }

  boolean isEmpty() {
    return entries.isEmpty() && rows.isEmpty();
  }
}
