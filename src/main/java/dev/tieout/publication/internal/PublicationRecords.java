package dev.tieout.publication.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Publications in the database: only ever added and read. */
interface PublicationRecords extends Repository<PublicationRecord, Long> {

    PublicationRecord save(PublicationRecord fresh);

    List<PublicationRecord> findByCloseIdOrderByVersion(long closeId);

    Optional<PublicationRecord> findFirstByCloseIdOrderByVersionDesc(long closeId);

    Optional<PublicationRecord> findByCloseIdAndVersion(long closeId, int version);

    /** Holds the close until the transaction ends, so that two at once do not take the same number. */
    @Query("select id from close where id = :closeId for update")
    Optional<Long> hold(long closeId);
}
