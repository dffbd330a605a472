package gatehouse.lease.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a fact has come, over HTTP.
 *
 * @param state ACCEPTED: true at its owner; UNCONFIRMED: for too long, somebody must look;
 *     ENFORCED: no gateway can act against it any more
 * @param version the owner's number for it
 * @param enforcedAt since when; absent before
 * @param gateways each that held a lease when the fact came up and is settled; absent while nothing
 *     is known of any
 * @param awaited each that is not; absent when there is none, or nothing is known of any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnforcementView(
    State state,
    long version,
    @Nullable Instant enforcedAt,
    @Nullable List<GatewayView> gateways,
    @Nullable List<AwaitedView> awaited) {

  /** The steps. */
  public enum State {
    ACCEPTED,
    UNCONFIRMED,
    ENFORCED
  }

  /**
   * One gateway.
   *
   * @param gateway a running process of it
   * @param how APPLIED: it said so; RAN_OUT: it said nothing and its lease is over
   */
  public record GatewayView(String gateway, Enforcement.How how, Instant at) {}

  /**
   * One gateway that has not said that it applied it.
   *
   * @param leaseUntil when its lease ends unless it is renewed; it may act against it until then
   */
  public record AwaitedView(String gateway, Instant leaseUntil) {}

  /** As it stands. */
  public static EnforcementView of(Enforcement enforcement) {
    return switch (enforcement) {
      case Enforcement.Accepted(long version, Enforcement.Progress progress) ->
          of(State.ACCEPTED, version, progress);
      case Enforcement.Unconfirmed(long version, Instant _, Enforcement.Progress progress) ->
          of(State.UNCONFIRMED, version, progress);
      case Enforcement.Enforced(long version, Instant at, List<Enforcement.Holder> holders) ->
          new EnforcementView(State.ENFORCED, version, at, gateways(holders), null);
    };
  }

  private static EnforcementView of(State state, long version, Enforcement.Progress progress) {
    List<AwaitedView> awaited =
        progress.awaited().stream().map(a -> new AwaitedView(a.holder(), a.until())).toList();
    return new EnforcementView(
        state,
        version,
        null,
        progress.settled().isEmpty() ? null : gateways(progress.settled()),
        awaited.isEmpty() ? null : awaited);
  }

  private static List<GatewayView> gateways(List<Enforcement.Holder> holders) {
    return holders.stream().map(h -> new GatewayView(h.holder(), h.how(), h.at())).toList();
  }
}
