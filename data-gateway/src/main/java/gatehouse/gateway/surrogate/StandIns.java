package gatehouse.gateway.surrogate;

import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.placeholders.Placeholders.Stand;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.Members;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts values that fit in place of tokens that do not, where a schema of the body demands a
 * pattern, a format or a length: a model that must answer eighteen digits could only invent them.
 */
public final class StandIns {
  private static final int ATTEMPTS = 64;

  private final Placeholders session;
  private final Invention invention;
  private final Deadline deadline;
  private final Set<String> taken = new HashSet<>();

  /** What the body says already would be taken for the value on the way back. */
  private final String said;

  private StandIns(String said, Placeholders session, RandomGenerator random, Deadline deadline) {
    this.said = said;
    this.session = session;
    this.invention = new Invention(random);
    this.deadline = deadline;
  }

  /**
   * The de-identified body with surrogates, which the session restores. If there is nothing to put
   * in or it takes too long, the body as it is, and the session has no surrogates.
   *
   * @param body after all tokens were set; a schema whose own words were replaced demands tokens
   */
  public static Json in(
      Json.Obj body, Placeholders session, RandomGenerator random, Deadline deadline) {
    List<Demand> demands = Demands.of(body);
    List<Stand> stands = session.stands();
    if (demands.isEmpty() || stands.isEmpty()) {
      return body;
    }
    StandIns standIns = new StandIns(JsonWriter.text(body), session, random, deadline);
    stands.forEach(stand -> standIns.taken.add(stand.value()));
    Json fitting = standIns.found(stands, demands) ? standIns.outward(body) : body;
    if (fitting.equals(body)) {
      session.withoutSurrogates();
    }
    return fitting;
  }

  /** Whether any has one; none has where they were not all found in time. */
  private boolean found(List<Stand> stands, List<Demand> demands) {
    try {
      boolean any = false;
      for (Stand stand : stands) {
        any |= found(stand, demands);
      }
      return any;
    } catch (Deadline.Passed _) {
      return false;
    }
  }

  private boolean found(Stand stand, List<Demand> demands) {
    List<Demand> refusing =
        demands.stream().filter(demand -> !demand.accepts(stand.token(), deadline)).toList();
    String farDay = stand.farDay();
    if (farDay != null) {
      boolean day = refusing.stream().anyMatch(demand -> demand.accepts(farDay, deadline));
      if (day) {
        session.farDay(stand);
      }
      return day;
    }
    for (String spelling : spellings(stand.value())) {
      List<Demand> fitting =
          refusing.stream().filter(demand -> demand.accepts(spelling, deadline)).toList();
      String surrogate = fitting.isEmpty() ? null : surrogate(stand, spelling, fitting);
      if (surrogate != null) {
        session.surrogate(stand, surrogate, spelling);
        return true;
      }
    }
    return false;
  }

  /** As it was written, and as it is written without what people put into numbers. */
  private static List<String> spellings(String value) {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    String bare = plain.replaceAll("[\\s\\-–—·.()_/]", "").toUpperCase(Locale.ROOT);
    return Stream.of(value, plain, bare).distinct().toList();
  }

  /** Fits every demand that the value fits, else as many of the first as one value can. */
  private @Nullable String surrogate(Stand stand, String spelling, List<Demand> fitting) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int kept = attempt < ATTEMPTS / 2 ? 0 : named(fitting, spelling);
      String candidate = invention.like(stand, spelling, attempt, kept);
      if (candidate != null
          && fitting.stream().allMatch(demand -> demand.accepts(candidate, deadline))
          && !said.contains(candidate)
          && taken.add(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** How many characters of the value a pattern names itself, right at its beginning. */
  private static int named(List<Demand> demands, String spelling) {
    int longest = 0;
    for (Demand demand : demands) {
      String said = demand.pattern() == null ? "" : demand.pattern().pattern();
      if (said.startsWith("^")) {
        int same = 0;
        while (same < spelling.length()
            && same + 1 < said.length()
            && said.charAt(same + 1) == spelling.charAt(same)) {
          same++;
        }
        longest = Math.max(longest, same);
      }
    }
    return longest;
  }

  private Json outward(Json value) {
    return switch (value) {
      case Json.Str(String text) -> new Json.Str(session.outward(text));
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(outward(item)));
        yield new Json.Arr(items);
      }
      case Json.Obj object -> {
        Members members = new Members();
        object.members().forEach((key, member) -> members.put(key, outward(member)));
        yield members.object();
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
