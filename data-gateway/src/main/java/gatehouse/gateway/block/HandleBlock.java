package gatehouse.gateway.block;

import gatehouse.clauses.Clause;
import gatehouse.gateway.block.CaseState.Closed;
import gatehouse.gateway.block.CaseState.Explained;
import gatehouse.gateway.block.CaseState.Released;
import gatehouse.gateway.block.CaseState.Triaged;
import gatehouse.gateway.permit.Caller;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The security desk's work on one block. */
@ApplicationScoped
@Clause("G-44")
public class HandleBlock {
  private final Blocks blocks;
  private final Cases cases;
  private final BlockEvents events;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  public HandleBlock(
      Blocks blocks, Cases cases, BlockEvents events, Pseudonyms pseudonyms, Clock clock) {
    this.blocks = blocks;
    this.cases = cases;
    this.events = events;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** Gives the verdict, once. */
  @Transactional
  public CaseResult triage(UUID block, BlockCase.Verdict verdict, Caller by) {
    if (!blocks.exists(block)) {
      return new CaseResult.Unknown();
    }
    if (cases.lock(block).isPresent()) {
      return new CaseResult.WrongState();
    }
    BlockCase opened =
        new BlockCase(block, 1, new Triaged(), verdict, ref(by), null, null, clock.instant());
    cases.add(opened);
    events.handled(opened, by);
    return new CaseResult.Done(opened);
  }

  /** Writes down what the caller was told, or which rule shall change. */
  @Transactional
  public CaseResult explain(UUID block, String text, Caller by) {
    return withCase(
        block,
        by,
        open ->
            open.state() instanceof Triaged it
                ? open.explained(it.explain(), text, clock.instant())
                : null);
  }

  /** A second person lets a false positive be the change of a rule, and names the change. */
  @Transactional
  public CaseResult release(UUID block, BlockCase.RuleChange change, Caller by) {
    BlockCase open = cases.lock(block).orElse(null);
    if (open == null) {
      return new CaseResult.Unknown();
    }
    if (open.verdict() != BlockCase.Verdict.FALSE_POSITIVE) {
      return new CaseResult.NoFalsePositive();
    }
    if (open.triagedBy().equals(ref(by))) {
      return new CaseResult.SecondPersonNeeded();
    }
    CaseState next =
        switch (open.state()) {
          case Triaged it -> it.release(ref(by));
          case Explained it -> it.release(ref(by));
          case Released _, Closed _ -> null;
        };
    return kept(next == null ? null : open.released(next, change, clock.instant()), by);
  }

  /** Ends the case. */
  @Transactional
  public CaseResult close(UUID block, Caller by) {
    return withCase(
        block,
        by,
        open ->
            switch (open.state()) {
              case Explained it -> open.moved(it.close(), clock.instant());
              case Released it -> open.moved(it.close(), clock.instant());
              case Triaged _, Closed _ -> null;
            });
  }

  private CaseResult withCase(
      UUID block, Caller by, Function<BlockCase, @Nullable BlockCase> change) {
    Optional<BlockCase> open = cases.lock(block);
    return open.isEmpty() ? new CaseResult.Unknown() : kept(change.apply(open.get()), by);
  }

  private CaseResult kept(@Nullable BlockCase changed, Caller by) {
    if (changed == null) {
      return new CaseResult.WrongState();
    }
    cases.save(changed);
    events.handled(changed, by);
    return new CaseResult.Done(changed);
  }

  private String ref(Caller by) {
    return pseudonyms.of("person", by.subject()).value();
  }
}
