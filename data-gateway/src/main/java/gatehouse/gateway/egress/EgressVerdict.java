package gatehouse.gateway.egress;

import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.permit.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may leave. */
public sealed interface EgressVerdict {

  /**
   * These bytes, exactly.
   *
   * @param session the placeholders in them and the way back
   * @param policy name, version and hash of the policy, or null in the house
   * @param findings how many of each type were replaced
   */
  record Verified(
      ExactBytes bytes,
      Placeholders session,
      @Nullable String policy,
      Map<String, Integer> findings)
      implements EgressVerdict {
    public Verified {
      findings = Map.copyOf(findings);
    }
  }

  /**
   * Nothing.
   *
   * @param findings where what was found, without what it was; may be empty
   * @param counts how often each type was found
   */
  record Blocked(Refusal.Code reason, List<Position> findings, Map<String, Integer> counts)
      implements EgressVerdict {
    public Blocked {
      findings = List.copyOf(findings);
      counts = Map.copyOf(counts);
    }

    static Blocked because(Refusal.Code reason) {
      return new Blocked(reason, List.of(), Map.of());
    }

    static Blocked at(Refusal.Code reason, List<Position> findings) {
      Map<String, Integer> counts = new TreeMap<>();
      findings.forEach(found -> counts.merge(found.type(), 1, Integer::sum));
      return new Blocked(reason, findings, counts);
    }
  }

  /**
   * A place in the body. The path has the protocol's own words and numbers only; keys that a caller
   * chose are {@code *}.
   *
   * @param type what was found
   * @param start first character in the string at the path, -1 where it has none
   * @param length characters
   */
  record Position(String path, String type, int start, int length) {
    static Position of(String path, String type) {
      return new Position(path, type, -1, 0);
    }
  }
}
