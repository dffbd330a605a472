package gatehouse.journal.append;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A new row of the service's own that exists exactly if the entry that tells of it exists. */
public interface NewRow {

  /** Where it goes: the rows of all who share a commit go table by table. */
  Table table();

  /**
   * What it holds, in the order of the table's columns: a long, a boolean, bytes, or what says
   * itself as PostgreSQL reads it.
   */
  List<? extends @Nullable Object> values();

  /**
   * A table that takes new rows. A row that is there already under its key stays as it is: rows
   * whose commit was in doubt are written again.
   *
   * @param name with its schema
   * @param key the columns of its key, separated by commas
   */
  record Table(String name, String key, List<Column> columns) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** A column that is filled. */
  record Column(String name, Type type) {}

  /** How a column's values travel. */
  enum Type {
    BIGINT,
    BOOLEAN,
    BYTEA,
    TEXT,
    TIMESTAMPTZ,
    UUID;

    /** So many values, none of them set. */
    @Nullable Object[] array(int length) {
      return switch (this) {
        case BIGINT -> new @Nullable Long[length];
        case BOOLEAN -> new @Nullable Boolean[length];
        case BYTEA -> new byte @Nullable [length][];
        case TEXT, TIMESTAMPTZ, UUID -> new @Nullable String[length];
      };
    }

    /** The value as an element of such an array. */
    @Nullable Object element(@Nullable Object value) {
      return switch (this) {
        case BIGINT, BOOLEAN, BYTEA -> value;
        case TEXT, TIMESTAMPTZ, UUID -> value == null ? null : value.toString();
      };
    }

    /** Its name in SQL. */
    String sql() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
