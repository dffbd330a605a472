package gatehouse.gateway.lost.store;

import gatehouse.gateway.lost.LetOutStreams;
import gatehouse.gateway.output.Output.About;
import gatehouse.gateway.output.Output.Origin;
import gatehouse.gateway.output.RegisterOutput.LostAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goes through the journal by its numbers, which have no gaps, and remembers how far it came: each
 * entry is read once. What was erased says nothing any more and is passed over.
 */
@ApplicationScoped
class SqlLetOutStreams implements LetOutStreams {
  private static final int AT_ONCE = 1_000;

  /** The row lock lets one replica look at a time. */
  private static final String MARK = "select seq from {h-schema}streams_looked_at for update";

  private static final String END =
      """
      select coalesce(max(seq), 0) from (
        select l.seq, e.recorded_at
        from journal.leaves l join journal.entries e using (position)
        where l.seq > ?1 order by l.seq limit ?2) ahead
      where ahead.recorded_at < ?3\
      """;

  /** What was let out, of decisions that have a number between two, or come behind one. */
  private static final String WITHOUT_END =
      """
      select let.recorded_at as at, let.data ->> 'permitId' as permit_id,
        let.data ->> 'application' as application, let.data ->> 'productDigest' as product_digest,
        let.data ->> 'subjectRef' as subject_ref, let.data ->> 'encounterRef' as encounter_ref,
        let.data ->> 'userRef' as user_ref, let.data -> 'sent' ->> 'deployment' as deployment,
        let.data -> 'sent' ->> 'digest' as input_digest,
        let.data -> 'sent' ->> 'streamedAs' as output_id
      from (
        select e.recorded_at, cast(convert_from(e.body, 'UTF8') as json) -> 'data' as data
        from %s
          and e.type = 'gatehouse.gateway.permit.decided.v1') let
      where let.data -> 'sent' ->> 'streamedAs' is not null
        and not exists (
          select 1 from {h-schema}output o
          where o.id = cast(let.data -> 'sent' ->> 'streamedAs' as uuid))
        and not exists (
          select 1 from journal.entries u
          where u.subject = let.data -> 'sent' ->> 'streamedAs'
            and u.type = 'gatehouse.gateway.permit.unanswered.v1')\
      """;

  private static final String BETWEEN =
      WITHOUT_END.formatted(
          "journal.leaves l join journal.entries e using (position)"
              + " where l.seq > ?1 and l.seq <= ?2");

  /** Also what has no number yet: who wrote it is gone, and writes nothing more. */
  private static final String BEHIND =
      WITHOUT_END.formatted(
              "journal.entries e where e.position > coalesce("
                  + "(select l.position from journal.leaves l where l.seq = ?1), 0)")
          + " and let.data -> 'sent' ->> 'streamedBy' in (?2)";

  private static final String SIGN =
      "insert into {h-schema}process (id, seen_at) values (?1, now())"
          + " on conflict (id) do update set seen_at = excluded.seen_at";

  /** By the database's clock, which is the same for all. */
  private static final String SILENT =
      "select p.id from {h-schema}process p"
          + " where p.seen_at < now() - make_interval(secs => ?1)";

  private static final String FORGET = "delete from {h-schema}process where id in (?1)";

  private static final String LOOKED = "update {h-schema}streams_looked_at set seq = ?1";

  private final EntityManager database;

  SqlLetOutStreams(EntityManager database) {
    this.database = database;
  }

  @Override
  public Looked next(Instant before) {
    long from = number(database.createNativeQuery(MARK, Long.class).getSingleResult());
    long to =
        number(
            database
                .createNativeQuery(END, Long.class)
                .setParameter(1, from)
                .setParameter(2, AT_ONCE)
                .setParameter(3, before)
                .getSingleResult());
    if (to <= from) {
      return new Looked(List.of(), false);
    }
    List<LetOut> found =
        found(
            database
                .createNativeQuery(BETWEEN, Tuple.class)
                .setParameter(1, from)
                .setParameter(2, to));
    database.createNativeQuery(LOOKED).setParameter(1, to).executeUpdate();
    return new Looked(found, to - from == AT_ONCE);
  }

  @Override
  public void isThere(UUID process) {
    database.createNativeQuery(SIGN).setParameter(1, process).executeUpdate();
  }

  @Override
  public List<UUID> silentFor(Duration silence) {
    List<?> ids =
        database
            .createNativeQuery(SILENT, UUID.class)
            .setParameter(1, silence.toMillis() / 1e3)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  @Override
  public List<LetOut> of(List<UUID> gone) {
    long from = number(database.createNativeQuery(MARK, Long.class).getSingleResult());
    database.createNativeQuery(FORGET).setParameter(1, gone).executeUpdate();
    return found(
        database
            .createNativeQuery(BEHIND, Tuple.class)
            .setParameter(1, from)
            .setParameter(2, gone.stream().map(UUID::toString).toList()));
  }

  private static List<LetOut> found(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Tuple.class::cast).map(SqlLetOutStreams::letOut).toList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static LetOut letOut(Tuple row) {
    String application = row.get("application", String.class);
    return new LetOut(
        new LostAnswer(
            UUID.fromString(row.get("output_id", String.class)),
            new Origin(
                UUID.fromString(row.get("permit_id", String.class)),
                application,
                null,
                row.get("product_digest", String.class),
                null,
                null,
                null,
                row.get("deployment", String.class)),
            new About(
                row.get("subject_ref", String.class),
                row.get("encounter_ref", String.class),
                row.get("user_ref", String.class)),
            row.get("input_digest", String.class)),
        row.get("at", Instant.class));
  }
}
