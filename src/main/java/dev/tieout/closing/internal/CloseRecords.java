package dev.tieout.closing.internal;

import dev.tieout.closing.Close;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Closes in the database. Changes are single statements, so that two at once never undo each other. */
interface CloseRecords extends ListCrudRepository<Close, Long> {

    Optional<Close> findByPeriod(String period);

    List<Close> findAllByOrderByStartsOnDesc();

    Optional<Close> findFirstByStartsOnBeforeOrderByStartsOnDesc(LocalDate startsOn);

    @Modifying
    @Query("update close set state = :state, step = :step, trouble = :trouble,"
            + " published = published or :state in ('PROVISIONAL', 'FINAL') where id = :id"
            + " and (state, step, coalesce(trouble, '')) is distinct from (:state, :step, coalesce(:trouble, ''))")
    int stand(long id, String state, String step, @Nullable String trouble);

    @Modifying
    @Query("update close set process_instance_key = :key where id = :id")
    void drivenBy(long id, long key);

    @Modifying
    @Query("update close set cohort_hash = :sha256 where id = :id")
    void cohortFrozen(long id, String sha256);

    /** Raises the revision; the row stays locked until the transaction ends, which puts changes of one close in order. */
    @Query("update close set revision = revision + 1 where id = :id returning revision")
    long raise(long id);

    @Modifying
    @Query("delete from pinned_rule where close_id = :id and rule_table = :table")
    void unpin(long id, String table);

    @Modifying
    @Query("insert into pinned_rule (organisation, close_id, rule_table, version)"
            + " values (current_organisation(), :id, :table, :version)")
    void pin(long id, String table, int version);

    @Modifying
    @Query("update close set correction_id = :correction where id = :id and state = 'FINAL' and correction_id is null")
    int beginCorrection(long id, long correction);

    @Modifying
    @Query("update close set correction_id = null where id = :id")
    void endCorrection(long id);

    /** Reads the revision and locks the row until the transaction ends. */
    @Query("select revision from close where id = :id for update")
    Optional<Long> hold(long id);
}
