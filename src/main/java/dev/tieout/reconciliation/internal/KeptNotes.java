package dev.tieout.reconciliation.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.reconciliation.Reconciliation.NoSuchVariance;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.terms.Refusal.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class KeptNotes implements VarianceNotes {

    private static final String COMMENT = """
            insert into variance_comment (organisation, variance_id, at, person, text)
            values (current_organisation(), :variance, :at, :person, :text) returning id
            """;

    private static final String ATTACH = """
            insert into variance_attachment (organisation, variance_id, at, person, name, type, bytes, sha256, content)
            values (current_organisation(), :variance, :at, :person, :name, :type, :bytes, :sha256, :content) returning id
            """;

    /** Everything but the bytes. */
    private static final String NOTES = """
            select * from (
                select id, variance_id, at, person, text, null as type, 0 as bytes, null as sha256 from variance_comment
                union all
                select id, variance_id, at, person, name, type, bytes, sha256 from variance_attachment
            ) note
            where variance_id in (select id from variance where %s)
            order by variance_id, at, type nulls first, id
            """;

    private static final String OF_ONE = NOTES.replace("%s", "id = ?");

    private static final String OF_CLOSE = NOTES.replace("%s", "close_id = ?");

    private static final String CONTENT =
            "select name, type, content from variance_attachment where variance_id = ? and id = ?";

    private final JdbcClient jdbc;
    private final VarianceRecords variances;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    KeptNotes(
            JdbcClient jdbc,
            VarianceRecords variances,
            Closes closes,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.variances = variances;
        this.closes = closes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Note comment(long variance, String text) {
        var person = currentActor
                .require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER)
                .name();
        changeable(variance);
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new NoteRefused(
                    Kind.INVALID,
                    "comment-required",
                    said.isEmpty() ? "Say something." : "A comment has at most 10,000 characters.");
        }
        var note = new Note(0, variance, clock.instant(), person, said, null);
        long id = jdbc.sql(COMMENT)
                .param("variance", variance)
                .param("at", Timestamp.from(note.at()))
                .param("person", person)
                .param("text", said)
                .query(Long.class)
                .single();
        audit.record("variance-commented", "variance/" + variance, null, Map.of("comment", id), said);
        return new Note(id, variance, note.at(), person, said, null);
    }

    @Override
    public Note attach(long variance, String name, InputStream content) {
        var person = currentActor
                .require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER)
                .name();
        changeable(variance);
        var file = AttachedFile.of(name, read(content));
        var at = clock.instant();
        var known = new File(file.type(), file.content().length, file.sha256());
        long id = jdbc.sql(ATTACH)
                .param("variance", variance)
                .param("at", Timestamp.from(at))
                .param("person", person)
                .param("name", file.name())
                .param("type", file.type())
                .param("bytes", known.bytes())
                .param("sha256", known.sha256())
                .param("content", file.content())
                .query(Long.class)
                .single();
        audit.record(
                "variance-file-attached",
                "variance/" + variance,
                null,
                Map.of("attachment", id, "name", file.name(), "sha256", known.sha256()),
                null);
        return new Note(id, variance, at, person, file.name(), known);
    }

    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes belong to what was published: none is added once the close is final. */
    private void changeable(long id) {
        long held = variance(id).closeId();
        closes.holdRevision(held);
        var close = closes.withKey(held);
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
    }

    private Variance variance(long id) {
        return variances.find(id).orElseThrow(() -> new NoSuchVariance(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Note> of(long variance) {
        variance(variance);
        return jdbc.sql(OF_ONE).param(variance).query(KeptNotes::note).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Note> ofClose(long closeId) {
        return jdbc.sql(OF_CLOSE).param(closeId).query(KeptNotes::note).list();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        var type = row.getString("type");
        return new Note(
                row.getLong("id"),
                row.getLong("variance_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("person"),
                row.getString("text"),
                type == null ? null : new File(type, row.getLong("bytes"), row.getString("sha256")));
    }

    @Override
    @Transactional(readOnly = true)
    public Attachment attachment(long variance, long id) {
        return jdbc.sql(CONTENT)
                .params(variance, id)
                .query((row, number) -> new Attachment(
                        row.getString("name"),
                        row.getString("type"),
                        new ByteArrayInputStream(row.getBytes("content"))))
                .optional()
                .orElseThrow(() -> new NoSuchAttachment(id));
    }
}
