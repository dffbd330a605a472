package gatehouse.gateway.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.BlockEvents;
import gatehouse.gateway.block.Blocks;
import gatehouse.gateway.block.Quarantines.Quarantine;
import gatehouse.gateway.block.RecordBlock;
import gatehouse.gateway.egress.PrepareEgress;
import gatehouse.gateway.egress.Scanners;
import gatehouse.gateway.kept.KeptConsents;
import gatehouse.gateway.kept.KeptStandings;
import gatehouse.gateway.minimum.FieldPolicy;
import gatehouse.gateway.permit.AskOwners;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.EvaluatePermit;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.RunningPermits;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ApplicationFacts.Egress;
import gatehouse.gateway.standing.ApplicationFacts.PatientData;
import gatehouse.gateway.standing.ApplicationFacts.Tier;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import gatehouse.lease.Grant;
import gatehouse.pseudonym.Pseudonyms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Clause({"G-42", "G-51"})
class AdmitCallTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T01:05:00Z"), ZoneOffset.UTC);
  private static final Caller HIS = new Caller("HIS_SYSTEM", "his", "his");
  private static final Deployment HOUSE =
      new Deployment(
          "guide",
          new Upstream(
              "in-house", URI.create("http://x"), Zone.LOCAL, "CN", null, new Credential.None()),
          "m");

  private static final FieldPolicy NO_FIELDS =
      new FieldPolicy("test", List.of(), Map.of(), Map.of());

  private static final EvaluatePermit.Condition NO_CONDITION =
      new EvaluatePermit.Condition() {
        @Override
        public List<Refusal> objections(PermitQuestion question) {
          return List.of();
        }

        @Override
        public List<String> obligations(ApplicationFacts application) {
          return List.of();
        }

        @Override
        public Refusal inDoubt() {
          return Refusal.of(Refusal.Code.SUPERVISOR_REQUIRED);
        }
      };

  private final List<PermitRecord> recorded = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  @Test
  void anOpenCallIsRecordedBeforeItsBytesExistForAnybody() throws Exception {
    Admission admission = admit(new ListedPermits(), "怎么走", HOUSE);

    assertThat(admission)
        .isInstanceOfSatisfying(
            Admission.Open.class,
            open -> {
              assertThat(recorded).hasSize(1);
              assertThat(recorded.getFirst().sent()).isNotNull();
              assertThat(recorded.getFirst().id()).isEqualTo(open.permitId());
              assertThat(new String(open.bytes().toArray(), UTF_8)).contains("\"model\":\"m\"");
            });
  }

  @Test
  void withoutARecordNothingIsOpen() throws Exception {
    Admission admission = admit(new NoPermits(), "怎么走", HOUSE);

    assertThat(admission).isInstanceOf(Admission.Unrecorded.class);
  }

  @Test
  void aBlockIsRecordedWithItsDecision() throws Exception {
    Admission admission = admit(new ListedPermits(), "我是13812345678", HOUSE);

    assertThat(admission).isInstanceOf(Admission.Closed.class);
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().reason()).isEqualTo("IDENTIFIER_FOUND");
    assertThat(blocks.toString()).doesNotContain("13812345678");
    assertThat(recorded).hasSize(1);
  }

  private class ListedPermits implements Permits {
    @Override
    public void record(PermitRecord decided) {
      recorded.add(decided);
    }

    @Override
    public void unanswered(Unanswered call) {
      throw new IllegalStateException("no call was under way");
    }

    @Override
    public void ended(Ended ended) {
      throw new IllegalStateException("no call was under way");
    }
  }

  private final class NoPermits extends ListedPermits {
    @Override
    public void record(PermitRecord decided) {
      throw new IllegalStateException("the database is down");
    }
  }

  private Admission admit(Permits permits, String text, Deployment deployment) throws Exception {
    ApplicationFacts facts =
        new ApplicationFacts(
            "1",
            "guide",
            Tier.LOW,
            null,
            null,
            null,
            null,
            PatientData.NONE,
            Egress.NONE,
            ApplicationFacts.Supervision.NONE,
            List.of(new ApplicationFacts.AdmittedDeployment("in-house", "LOCAL", "CN")),
            null,
            1);
    Standing.Verdict yes = new Standing.Verdict(true, List.of());
    StopCopy copy = new StopCopy();
    OwnerLeases leases = new OwnerLeases(copy, new SimpleMeterRegistry());
    for (Owner owner : Owner.values()) {
      leases
          .of(owner)
          .take(
              new Grant(new UUID(1, 1), 1, Duration.ofHours(1), true, List.of()),
              System.nanoTime());
    }
    KeptStandings standings =
        new KeptStandings(
            _ -> new Answered<>(new Standing(facts, yes, yes, null)),
            leases,
            Pseudonyms.withKey("test", "A".repeat(43)),
            CLOCK,
            Duration.ofMinutes(1));
    KeptConsents consents =
        new KeptConsents(
            _ -> {
              throw new IllegalStateException("nobody is to be asked for consent");
            },
            leases,
            Pseudonyms.withKey("test", "A".repeat(43)),
            CLOCK,
            Duration.ofMinutes(1));
    AskOwners owners =
        new AskOwners(
            leases, standings, consents, Duration.ofSeconds(5), new SimpleMeterRegistry());
    AdmitCall admitCall =
        new AdmitCall(
            new EvaluatePermit(
                owners,
                copy,
                new RunningPermits(copy, leases, standings, NO_CONDITION, List.of()),
                NO_FIELDS,
                NO_CONDITION),
            new PrepareData(
                NO_FIELDS, new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)))),
            permits,
            new RecordBlock(new ListedBlocks(), new NoEvents(), 3, Duration.ofHours(1)),
            new AdmitCall.Stamp(() -> new UUID(1, 2), CLOCK));
    String body =
        "{\"model\":\"guide\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(text);
    ModelRequest request =
        ModelRequest.read(Route.CHAT, body.getBytes(UTF_8), List.of(), (_, _) -> Optional.empty());
    PermitQuestion question =
        new PermitQuestion(
            "guide", null, null, null, "CARE", new TreeSet<>(), new TreeSet<>(), null, null);
    return admitCall.admit(HIS, request, question, deployment);
  }

  private final class ListedBlocks implements Blocks {
    @Override
    public void add(Block block) {
      blocks.add(block);
    }

    @Override
    public List<Seen> newest(Filter filter, @Nullable UUID before, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Seen> oldest(Filter filter, @Nullable UUID after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> recordedAt(UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(UUID id) {
      return blocks.stream().anyMatch(block -> block.id().equals(id));
    }

    @Override
    public long countTrue(String client, Instant since) {
      return blocks.size();
    }
  }

  /** Nobody is told. */
  private static final class NoEvents implements BlockEvents {
    @Override
    public void blocked(Block block, Caller caller, List<String> clauses) {}

    @Override
    public void flagged(Block latest, long times, Caller caller) {}

    @Override
    public void handled(BlockCase handled, Caller by) {}

    @Override
    public void quarantined(Quarantine quarantine, Caller by) {}

    @Override
    public void quarantineEnded(Quarantine quarantine, Caller by) {}
  }
}
