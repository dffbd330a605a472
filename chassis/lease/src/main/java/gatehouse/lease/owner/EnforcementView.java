package gatehouse.lease.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a fact has come, over HTTP.
 *
 * @param state ACCEPTED: true at its owner; ENFORCED: no gateway can act against it any more
 * @param version the owner's number for it
 * @param enforcedAt since when; absent before
 * @param gateways each that held a lease when the fact came up; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnforcementView(
    State state, long version, @Nullable Instant enforcedAt, @Nullable List<GatewayView> gateways) {

  /** The two steps. */
  public enum State {
    ACCEPTED,
    ENFORCED
  }

  /**
   * One gateway.
   *
   * @param gateway a running process of it
   * @param how APPLIED: it said so; RAN_OUT: it said nothing and its lease is over
   */
  public record GatewayView(String gateway, Enforcement.How how, Instant at) {}

  /** As it stands. */
  public static EnforcementView of(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Accepted(long version) ->
          new EnforcementView(State.ACCEPTED, version, null, null);
      case Enforcement.Enforced(long version, Instant at, List<Enforcement.Holder> holders) ->
          new EnforcementView(
              State.ENFORCED,
              version,
              at,
              holders.stream().map(h -> new GatewayView(h.holder(), h.how(), h.at())).toList());
    };
  }
}
