package dev.tieout.findings.internal;

import dev.tieout.findings.FollowUp;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Follow-ups in the database. */
interface FollowUpRecords extends Repository<FollowUp, Long> {

    FollowUp save(FollowUp followUp);

    /** Held until the transaction ends, so that two people do not end it at once. */
    @Query("select * from follow_up where id = :id for update")
    Optional<FollowUp> hold(long id);

    List<FollowUp> findByCloseIdOrderById(long closeId);

    @Query("select * from follow_up where id < :below order by id desc limit :limit")
    List<FollowUp> below(long below, int limit);

    @Query("select * from follow_up where state = :state and id < :below order by id desc limit :limit")
    List<FollowUp> inState(FollowUp.State state, long below, int limit);
}
