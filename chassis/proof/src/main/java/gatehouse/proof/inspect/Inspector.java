package gatehouse.proof.inspect;

import gatehouse.clauses.Clause;
import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.append.Envelopes;
import gatehouse.journal.store.Entries;
import gatehouse.proof.ProofSettings;
import gatehouse.proof.inspect.Breaks.Found;
import gatehouse.proof.inspect.Mark.Pass;
import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The verification job: on one instance, follows what is signed, and now and then begins anew from
 * the first entry, at a bounded rate. A break is kept once, becomes an entry here, and is told
 * beside the checkpoints, from where incident-service opens an incident.
 */
@ApplicationScoped
@Clause("E-11")
public class Inspector implements Duty {

  private static final Logger LOG = Logger.getLogger(Inspector.class);
  private static final int LOCK = 5;

  /** What is new may be read so much faster than what is old: it must not be left behind. */
  private static final int AHEAD = 10;

  private final JournalSettings settings;
  private final ProofSettings proof;
  private final Envelopes envelopes;
  private final InstantSource time;
  private final SoleLoop loop;

  Inspector(
      JournalSettings settings,
      ProofSettings proof,
      OwnConnections connections,
      Envelopes envelopes,
      InstantSource time) {
    this.settings = settings;
    this.proof = proof;
    this.envelopes = envelopes;
    this.time = time;
    Rhythm rhythm =
        new Rhythm("journal-inspector", LOCK, proof.inspect().poll(), proof.inspect().poll());
    this.loop = new SoleLoop(rhythm, connections, this);
  }

  void start(@Observes @Priority(450) StartupEvent event) {
    if (settings.running()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(7500) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    Signed latest = Checkpoints.latest(connection);
    long size = latest == null ? 0 : latest.size();
    long told = Checkpoints.lastTold(connection);
    if (told > size) {
      keep(connection, new Found(new Break(Break.Kind.SET_BACK, size + 1, told), time.instant()));
    }
    follow(connection, size);
    again(connection, size);
    connection.commit();
    return false;
  }

  private void follow(Connection connection, long size) throws SQLException {
    Mark mark = Mark.read(connection, Pass.NEW);
    if (mark.tree().size() < size) {
      mark.found().clear();
      go(connection, Pass.NEW, mark, size);
    }
  }

  private void again(Connection connection, long size) throws SQLException {
    Mark mark = Mark.read(connection, Pass.ALL);
    Instant endedAt = mark.endedAt();
    if (endedAt != null) {
      if (endedAt.plus(proof.inspect().again()).isAfter(time.instant())) {
        return;
      }
      mark = Mark.zero();
    }
    if (mark.tree().size() < size) {
      go(connection, Pass.ALL, mark, size);
    } else {
      mark.ended(time.instant()).write(connection, Pass.ALL);
    }
  }

  private void go(Connection connection, Pass pass, Mark mark, long size) throws SQLException {
    long most =
        switch (pass) {
          case NEW -> (long) proof.inspect().batch() * AHEAD;
          case ALL -> proof.inspect().batch();
        };
    long begin = mark.tree().size();
    Walk walk = new Walk(connection, settings.sequence().origin(), mark);
    Mark next = walk.upTo(Math.min(size, begin + most), mark);
    report(connection, walk.breaks(), next);
    // Behind a gap that nothing leads over there is nothing to go on from before the next round.
    boolean stuck = next.tree().size() == begin;
    (stuck && pass == Pass.ALL ? next.ended(time.instant()) : next).write(connection, pass);
  }

  /** Of each kind one new break in a pass: who edits every other entry has broken it once. */
  private void report(Connection connection, List<Break> breaks, Mark mark) throws SQLException {
    for (Break what : breaks) {
      if (!mark.found().contains(what.kind())
          && keep(connection, new Found(what, time.instant()))) {
        mark.found().add(what.kind());
      }
    }
  }

  private boolean keep(Connection connection, Found found) throws SQLException {
    if (!Breaks.add(connection, found)) {
      return false;
    }
    Entries.insert(connection, List.of(envelopes.seal(BreakFound.entry(settings, found).build())));
    LOG.errorf(
        "the journal does not hold what was signed: %s, numbers %d to %d",
        found.what().kind(), found.what().first(), found.what().last());
    return true;
  }
}
