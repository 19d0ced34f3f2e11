package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.reconciliation.VarianceNotes.Note;
import dev.tieout.reconciliation.VarianceNotes.NoteRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class VarianceNotesTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    VarianceNotes notes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TiedClose close;
    long variance;

    @BeforeEach
    void open() {
        close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
        close.account("a1", "100", "100").ledgerSays("a1", "90");
        close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
        variance = close.organisation()
                .as("manager", () -> reconciliation.variances(close.id(), 0, 1))
                .getFirst()
                .id();
    }

    private Note attach(String name, byte[] content) {
        return close.organisation()
                .as("analyst", () -> notes.attach(variance, name, new ByteArrayInputStream(content)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void comments_and_files_stand_in_the_order_in_which_they_came() {
        close.organisation().as("analyst", () -> notes.comment(variance, " Asked the bank "));
        var file = Objects.requireNonNull(
                attach("statement.pdf", bytes("%PDF-1.7 …")).file());
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.sha256()).hasSize(64);
        assertThat(close.organisation().as("manager", () -> notes.of(variance)))
                .extracting(Note::text)
                .containsExactly("Asked the bank", "statement.pdf");
        assertThat(close.organisation().as("manager", () -> notes.ofClose(close.id())))
                .hasSize(2);
        assertThat(close.value(
                        "select count(*) from audit_entry where :close > 0"
                                + " and action in ('variance-commented', 'variance-file-attached')",
                        Long.class))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "note.txt,             plain words,  text/plain",
        "../../etc/note.txt,   plain words,  text/plain",
        "rows.csv,             'a,b',        text/csv",
        "picture.jpg,          'ÿØÿà',       image/jpeg"
    })
    void a_file_is_known_by_its_content_and_its_name(String name, String content, String type) {
        var note = attach(name, bytes(content));
        assertThat(Objects.requireNonNull(note.file()).type()).isEqualTo(type);
        assertThat(note.text()).doesNotContain("/").doesNotStartWith(".");
        var attachment = close.organisation().as("manager", () -> notes.attachment(variance, note.id()));
        assertThat(attachment.content()).hasBinaryContent(bytes(content));
    }

    @ParameterizedTest
    @CsvSource({
        "page.html,     <script>,      attachment-type",
        "picture.png,   no picture,    attachment-type",
        "note.txt,      '\u0000\u0001', attachment-type",
        "noending,      words,         attachment-type",
        "empty.txt,     '',            attachment-empty"
    })
    void what_is_not_what_it_says_is_not_taken(String name, String content, String type) {
        assertThatThrownBy(() -> attach(name, bytes(content)))
                .isInstanceOfSatisfying(
                        NoteRefused.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    @Test
    void ten_megabytes_are_the_most() {
        assertThatThrownBy(() -> attach("long.txt", new byte[VarianceNotes.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        NoteRefused.class, refusal -> assertThat(refusal.type()).isEqualTo("attachment-too-large"));
    }

    @Test
    void nothing_is_taken_back_and_nothing_added_once_the_close_is_final() {
        close.organisation().as("analyst", () -> notes.comment(variance, "Asked the bank"));
        assertThatThrownBy(() -> close.sql("delete from variance_comment where :close > 0", Map.of()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> close.organisation().as("manager", () -> notes.comment(variance, "May I?")))
                .isInstanceOf(NotAllowed.class);
        close.organisation().asSystem(() -> closes.entered(close.id(), CloseState.FINAL, "Published"));
        assertThatThrownBy(() -> close.organisation().as("analyst", () -> notes.comment(variance, "Late")))
                .isInstanceOf(Closes.CloseIsFinal.class);
    }

    @Test
    void strangers_see_none_of_it() {
        var note = attach("statement.pdf", bytes("%PDF-1.7 …"));
        var other = given.organisation();
        assertThatThrownBy(() -> other.as("controller", () -> notes.of(variance)))
                .isInstanceOf(Reconciliation.NoSuchVariance.class);
        assertThatThrownBy(() -> other.as("controller", () -> notes.attachment(variance, note.id())))
                .isInstanceOf(VarianceNotes.NoSuchAttachment.class);
    }
}
