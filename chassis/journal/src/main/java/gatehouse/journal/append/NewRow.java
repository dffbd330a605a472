package gatehouse.journal.append;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
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
   * whose commit was in doubt are written again. A store keeps one of these for good, which is then
   * the same table only as itself.
   */
  final class Table {
    private final List<Column> columns;
    private final String insert;

    /**
     * @param name with its schema
     * @param key the columns of its key, separated by commas
     */
    public Table(String name, String key, List<Column> columns) {
      this.columns = List.copyOf(columns);
      this.insert =
          "INSERT INTO %s (%s) SELECT * FROM unnest(%s) ON CONFLICT (%s) DO NOTHING"
              .formatted(
                  name,
                  each(Column::name),
                  each(column -> "?::" + column.type().sql() + "[]"),
                  key);
    }

    private String each(Function<Column, String> part) {
      return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    List<Column> columns() {
      return columns;
    }

    /** The statement for any number of rows, with an array for each column. */
    String insert() {
      return insert;
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

    private final String sql = name().toLowerCase(Locale.ROOT);

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
      return sql;
    }
  }
}
