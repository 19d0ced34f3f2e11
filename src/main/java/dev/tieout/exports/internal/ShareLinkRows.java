package dev.tieout.exports.internal;

import dev.tieout.exports.ShareLink;
import dev.tieout.publication.Publication.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Share links in the database. */
@Repository
class ShareLinkRows {

    private static final String INSERT = """
            insert into share_link (organisation, publication_id, token_sha256, note, created_by, created_at, expires_at)
            values (current_organisation(), ?, ?, ?, ?, ?, ?) returning id
            """;

    private static final String LINKS = """
            select l.*, c.period, p.version, p.status
            from share_link l join publication p on p.id = l.publication_id join close c on c.id = p.close_id
            """;

    /** Ends a link that has not been ended. */
    private static final String REVOKE =
            "update share_link set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null";

    /** Counts one use, unless the link has ended meanwhile. */
    private static final String USE =
            "update share_link set uses = uses + 1, last_used_at = :at where id = :id and revoked_at is null and expires_at > :at";

    /** One link by its token's hash, through the only door past row-level security. */
    private static final String FIND =
            "select id, organisation, close_id, version, expires_at, revoked_at from find_share_link(?)";

    private final JdbcClient jdbc;

    ShareLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long publication, Token token, String note, String by, Instant at, Instant until) {
        return jdbc.sql(INSERT)
                .params(publication, token.sha256(), note, by, Timestamp.from(at), Timestamp.from(until))
                .query(Long.class)
                .single();
    }

    Optional<ShareLink> one(long id) {
        return jdbc.sql(LINKS + " where l.id = ?")
                .param(id)
                .query(ShareLinkRows::link)
                .optional();
    }

    List<ShareLink> of(long closeId) {
        return jdbc.sql(LINKS + " where c.id = ? order by l.id desc")
                .param(closeId)
                .query(ShareLinkRows::link)
                .list();
    }

    boolean revoke(long id, String by, Instant at) {
        return jdbc.sql(REVOKE).params(by, Timestamp.from(at), id).update() == 1;
    }

    boolean use(long id, Instant at) {
        return jdbc.sql(USE).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    Optional<Found> find(Token token) {
        return jdbc.sql(FIND)
                .param(token.sha256())
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        row.getString("organisation"),
                        row.getLong("close_id"),
                        row.getInt("version"),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row, "revoked_at")))
                .optional();
    }

    private static ShareLink link(ResultSet row, int number) throws SQLException {
        return new ShareLink(
                row.getLong("id"),
                row.getString("period"),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                row.getString("note"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("revoked_by"),
                instant(row, "revoked_at"),
                row.getLong("uses"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** What a hash leads to, in any organisation. */
    record Found(
            long id,
            String organisation,
            long closeId,
            int version,
            Instant expiresAt,
            @Nullable Instant revokedAt) {

        boolean opensAt(Instant instant) {
            return revokedAt == null && instant.isBefore(expiresAt);
        }
    }
}
