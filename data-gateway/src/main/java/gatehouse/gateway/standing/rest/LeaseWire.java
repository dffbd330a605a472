package gatehouse.gateway.standing.rest;

import static gatehouse.gateway.standing.rest.UnreadableAnswerException.unlessPresent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire shapes of {@code POST /v1/leases}, the same at every owner. */
final class LeaseWire {
  private LeaseWire() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Request(String holder, @Nullable UUID epoch, @Nullable Long applied) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record View(
      @Nullable UUID epoch,
      @Nullable Long version,
      @Nullable Long ttlMillis,
      @Nullable Boolean complete,
      @Nullable List<FactView> facts) {
    Grant toGrant() {
      return new Grant(
          unlessPresent(epoch, "epoch"),
          unlessPresent(version, "version"),
          Duration.ofMillis(unlessPresent(ttlMillis, "ttlMillis")),
          unlessPresent(complete, "complete"),
          unlessPresent(facts, "facts").stream().map(FactView::toFact).toList());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record FactView(
      @Nullable Long version,
      @Nullable String about,
      @Nullable String key,
      @Nullable SortedMap<String, String> details) {
    Fact toFact() {
      return new Fact(
          unlessPresent(version, "version"),
          unlessPresent(about, "about"),
          unlessPresent(key, "key"),
          details == null ? new TreeMap<>() : details);
    }
  }
}
