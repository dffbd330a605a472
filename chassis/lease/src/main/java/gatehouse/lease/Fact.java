package gatehouse.lease;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that ends what was allowed before: whoever keeps anything about {@code key} keeps it no
 * longer.
 *
 * @param version the owner's count of such facts, without gaps, in the order of their commits
 * @param about what the key names, in the owner's words
 * @param key never a person's name or number
 * @param details more in the owner's words; mostly empty
 */
public record Fact(long version, String about, String key, SortedMap<String, String> details) {

  public Fact {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** One without details. */
  public Fact(long version, String about, String key) {
    this(version, about, key, Collections.emptySortedMap());
  }
}
