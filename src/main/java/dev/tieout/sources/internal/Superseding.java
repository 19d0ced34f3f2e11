package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the rows of a replaced file out again. Its receipt, rejects and duplicates stay. */
@Component
class Superseding {

    /** The row's own file is no longer in force; set apart from {@link #SUCCEED} because the successor comes later. */
    private static final String SUPERSEDE = "update source set state = 'SUPERSEDED' where id = :old";

    private static final String SUCCEED = "update source set superseded_by = :new where id = :old";

    /** Rejects that it brought again are rejects once more. */
    private static final String REOPEN = "delete from source_correction where by_source = :old";

    /** What came after the cutoff goes with the file that brought it, wherever it counted. */
    private static final String FORGET_LATE = "delete from late_posting where source_id = :old";

    /** Accounts that only the replaced file knew; what it changed in others stays until a file says otherwise. */
    private static final String DELETE_ACCOUNTS =
            "delete from account where source_id = :old and first_source_id = :old";

    private static final String DELETE_EVENTS = "delete from line_event where source_id = :old";

    /** What the first period's opening said; what a publication left stays. */
    private static final String DELETE_DORMANT = "delete from dormant_line where source_id = :old and version = 0";

    /** Rows held back as duplicates of the old file's are duplicates of the new one's, where that has them too. */
    private static final String REPOINT = """
            update source_duplicate d set first_source = :new, first_line = j.row_line
            from judged j
            where d.first_source = :old and d.source_id <> :old and d.key = j.key and j.fate in ('ACCEPTED', 'LATE')
            """;

    private final JdbcClient jdbc;

    Superseding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the successor is judged. */
    void supersede(SourceKind kind, long old) {
        jdbc.sql(SUPERSEDE).param("old", old).update();
        jdbc.sql(REOPEN).param("old", old).update();
        if (kind == SourceKind.BILLING) {
            jdbc.sql(DELETE_EVENTS).param("old", old).update();
        }
        if (kind == SourceKind.OPENING) {
            jdbc.sql(DELETE_DORMANT).param("old", old).update();
        }
        var delete = kind == SourceKind.ACCOUNTS
                ? DELETE_ACCOUNTS
                : "delete from " + Target.of(kind).table() + " where source_id = :old";
        jdbc.sql(delete).param("old", old).update();
        if (kind == SourceKind.BILLING) {
            jdbc.sql(FORGET_LATE).param("old", old).update();
        }
        if (kind == SourceKind.MIGRATION) {
            jdbc.sql(DELETE_ACCOUNTS).param("old", old).update();
        }
    }

    /** After the successor is stored. */
    void succeed(long old, long successor) {
        var both = Map.of("old", old, "new", successor);
        jdbc.sql(SUCCEED).params(both).update();
        jdbc.sql(REPOINT).params(both).update();
    }
}
