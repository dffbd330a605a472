package gatehouse.gateway.minimum;

import gatehouse.clauses.Clause;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fields of a record each purpose needs. Field names are compared without regard to case,
 * width, spaces, hyphens and underscores. A purpose that the policy does not know needs nothing.
 */
@Clause("E-20")
public final class FieldPolicy {
  private static final String ANY = "*";
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_\\-.]");

  private final String version;
  private final Words structure;
  private final Words catalogue;
  private final Map<String, Need> needs;

  /**
   * What a purpose needs.
   *
   * @param categories kinds of data that a call may ask for, such as {@code LAB}
   * @param groups groups of fields, such as {@code CLINICAL}
   */
  public record Need(Set<String> categories, Set<String> groups) {
    static final Need NOTHING = new Need(Set.of(), Set.of());

    public Need {
      categories = Set.copyOf(categories);
      groups = Set.copyOf(groups);
    }
  }

  /**
   * A policy as written.
   *
   * @param version what the records of decisions call it
   * @param structure names that carry other fields and say nothing of anybody themselves
   * @param groups group name to its fields; a name that ends with {@code *} means every longer one
   * @param needs purpose to what it needs
   */
  public FieldPolicy(
      String version,
      Collection<String> structure,
      Map<String, ? extends Collection<String>> groups,
      Map<String, Need> needs) {
    this.version = version;
    this.structure = new Words();
    this.catalogue = new Words();
    structure.forEach(field -> this.structure.add(field, ""));
    groups.forEach((group, fields) -> fields.forEach(field -> catalogue.add(field, group)));
    this.needs = Map.copyOf(needs);
  }

  /** What the records of decisions call it. */
  public String version() {
    return version;
  }

  /** Whether it knows the purpose; of any other only that it was another may be written down. */
  public boolean knowsPurpose(String purpose) {
    return needs.containsKey(purpose);
  }

  /** Whether any purpose needs this kind of data. */
  public boolean knowsCategory(String category) {
    return needs.values().stream().anyMatch(need -> need.categories().contains(category));
  }

  /**
   * Whether a call asks for more than its purpose needs.
   *
   * @param categories kinds of data, as declared; empty declares nothing
   * @param fields fields, as declared; empty declares nothing
   */
  public boolean exceeds(String purpose, Set<String> categories, Set<String> fields) {
    Need need = needs.getOrDefault(purpose, Need.NOTHING);
    return !need.categories().containsAll(categories)
        || !fields.stream().allMatch(field -> need.groups().contains(catalogue.group(field)));
  }

  /**
   * What a call for this purpose may bring along.
   *
   * @param fields the fields that the call itself says it needs; empty means all of the purpose
   */
  public Allowance allowance(String purpose, Set<String> fields) {
    Set<String> declared = fields.stream().map(FieldPolicy::plain).collect(Collectors.toSet());
    return new Allowance(needs.getOrDefault(purpose, Need.NOTHING).groups(), declared);
  }

  private static String plain(String field) {
    // Most names of the protocol are plain already, and each body holds many.
    boolean isPlain = field.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    return isPlain
        ? field
        : SEPARATORS
            .matcher(Normalizer.normalize(field, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
  }

  /** How a field is to be treated. */
  sealed interface Treatment {
    /** It stays. */
    record Keep() implements Treatment {}

    /** It is on a list, and not on that of this purpose. */
    record Beyond(String group) implements Treatment {}

    /** No list has it. */
    record Unlisted() implements Treatment {}
  }

  /** What one call may bring along. */
  public final class Allowance {
    private final Set<String> groups;
    private final Set<String> declared;

    private Allowance(Set<String> groups, Set<String> declared) {
      this.groups = groups;
      this.declared = declared;
    }

    Treatment of(String field) {
      String name = plain(field);
      String group = catalogue.groupOf(name);
      if (!group.isEmpty()) {
        return groups.contains(group) && (declared.isEmpty() || declared.contains(name))
            ? new Treatment.Keep()
            : new Treatment.Beyond(group);
      }
      return structure.has(name) ? new Treatment.Keep() : new Treatment.Unlisted();
    }
  }

  /** Names with their groups, also by how they begin. */
  private static final class Words {
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> beginnings = new TreeMap<>();

    void add(String field, String group) {
      if (field.endsWith(ANY)) {
        beginnings.put(plain(field.substring(0, field.length() - 1)), group);
      } else {
        whole.put(plain(field), group);
      }
    }

    String group(String field) {
      return groupOf(plain(field));
    }

    boolean has(String name) {
      return whole.containsKey(name) || beginnings.keySet().stream().anyMatch(name::startsWith);
    }

    /** The group of a plain name, empty where none has it. */
    String groupOf(String name) {
      String group = whole.get(name);
      if (group != null) {
        return group;
      }
      List<String> fitting = beginnings.keySet().stream().filter(name::startsWith).toList();
      return fitting.isEmpty() ? "" : beginnings.getOrDefault(fitting.getLast(), "");
    }
  }
}
