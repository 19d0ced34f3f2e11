package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Closes.CrosswalkStays;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.StatusWords.Meaning;
import dev.tieout.sources.StatusWords.UnknownWord;
import dev.tieout.sources.StatusWords.WordsRefused;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From a word that nobody knows to its rows in the close. */
@DatabaseTest
@Import(OpenOctober.class)
class StatusWordsTest {

    private static final String FILE = HEADER + """
            A1,S1,P1,2026-10,100.00,USD,active,
            A2,S1,P1,2026-10,30.00,USD,Frozen,
            A3,S1,P1,2026-10,12.50,USD,frozen ,
            A4,S1,P1,2026-10,7.00,EUR,on ice,
            A5,S1,P1,2026-10,x,USD,frozen,
            """;

    @Autowired
    OpenOctober october;

    @Autowired
    GivenBook tables;

    @Autowired
    StatusWords words;

    @Autowired
    Sources sources;

    @Autowired
    Closes closes;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    SignOffs signOffs;

    @Autowired
    AuditTrail audit;

    OpenOctober.Desk desk;
    Receipt faulty;

    @BeforeEach
    void a_file_with_words_that_nobody_knows() {
        desk = october.anew();
        faulty = desk.receive(SourceKind.BILLING, FILE);
    }

    private StatusWords.Standing standing() {
        return desk.organisation.as("manager", () -> words.of(desk.close.key()));
    }

    private RuleTableVersion frozenMeansPaused() {
        var meanings = List.of(new Meaning("generic", "Frozen", AccountStatus.PAUSED));
        return desk.organisation.as(
                "analyst", () -> words.propose(desk.close.key(), meanings, "Their word for a pause."));
    }

    private void approve(RuleTableVersion version) {
        desk.organisation.as("approver", () -> drafts.approve(version.pinned(), null));
    }

    private List<Receipt> adopt(RuleTableVersion version) {
        return desk.organisation.as("analyst", () -> words.adopt(desk.close.key(), version.version()));
    }

    @Test
    void the_words_are_listed_with_rows_and_amounts() {
        var found = standing().words();
        assertThat(found).extracting(UnknownWord::word).containsExactly("frozen", "on ice");
        assertThat(found).extracting(UnknownWord::rows).containsExactly(3L, 1L);
        assertThat(found.getFirst().amounts().get("USD")).isEqualByComparingTo("42.50");
        assertThat(found.getFirst().files()).containsExactly("file.csv");
        assertThat(found.getLast().amounts().get("EUR")).isEqualByComparingTo("7");
    }

    @Test
    void a_meaning_is_a_version_of_the_crosswalk_that_another_person_approves() {
        var version = frozenMeansPaused();
        assertThat(version.state()).isEqualTo(RuleTableVersion.State.IN_REVIEW);
        assertThat(standing().words().getFirst().proposed()).isEqualTo(version.version());
        assertThatExceptionOfType(WordsRefused.class)
                .isThrownBy(this::frozenMeansPaused)
                .withMessageContaining("waits for approval");
        assertThatExceptionOfType(WordsRefused.class)
                .isThrownBy(() -> adopt(version))
                .withMessageContaining("not approved");
        assertThat(desk.organisation.as(
                        "approver",
                        () -> drafts.objection(
                                version.pinned(),
                                desk.organisation.person("analyst").name())))
                .isNotNull();
    }

    @Test
    void the_close_takes_the_approved_version_over_and_reads_the_rows_again_without_an_upload() {
        var version = frozenMeansPaused();
        approve(version);
        var newer = standing().newer();
        assertThat(newer).singleElement().satisfies(one -> {
            assertThat(one.rows()).isEqualTo(2);
            assertThat(one.objection()).isNull();
        });
        var read = adopt(version);
        assertThat(read).singleElement().satisfies(receipt -> {
            assertThat(receipt.corrects()).isEqualTo(faulty.id());
            assertThat(receipt.rows()).isEqualTo(2);
            assertThat(receipt.accepted()).isEqualTo(2);
            assertThat(Objects.requireNonNull(receipt.controlTotals().get("USD"))
                            .accepted())
                    .isEqualByComparingTo(new BigDecimal("42.50"));
        });
        assertThat(desk.count("select count(*) from billing_row where status = 'PAUSED'"))
                .isEqualTo(2);
        assertThat(desk.now().ruleVersion(RuleTables.STATUS_CROSSWALK)).isEqualTo(version.version());
        assertThat(desk.receipts()).first().isEqualTo(faulty);
        assertThat(standing().words()).extracting(UnknownWord::word).containsExactly("frozen", "on ice");
        assertThat(standing().words()).extracting(UnknownWord::rows).containsExactly(1L, 1L);
        assertThat(desk.organisation.as("manager", () -> audit.latest(Long.MAX_VALUE, 20)))
                .anyMatch(entry -> entry.action().equals("close-repinned"));
    }

    @Test
    void rows_that_the_product_itself_brought_came_by_no_profile_and_hinder_nothing() {
        var brought = desk.receive(SourceKind.BILLING, HEADER + "A9,S1,P1,2026-10,1.00,USD,active,\n");
        for (var profile : Receipt.OWN) {
            tables.sql(desk.organisation, "update source set profile = ? where id = ?", profile, brought.id());
            assertThat(standing().words()).hasSize(2);
        }
        var version = frozenMeansPaused();
        approve(version);
        assertThat(standing().newer().getFirst().objection()).isNull();
        assertThat(adopt(version)).hasSize(1);
    }

    @Test
    void twice_changes_nothing() {
        var version = frozenMeansPaused();
        approve(version);
        adopt(version);
        var revision = desk.now().revision();
        var receipts = desk.receipts();
        assertThat(adopt(version)).isEmpty();
        assertThat(desk.now().revision()).isEqualTo(revision);
        assertThat(desk.receipts()).isEqualTo(receipts);
    }

    @Test
    void rows_that_came_again_and_were_rejected_anew_can_come_a_third_time() {
        var first = frozenMeansPaused();
        approve(first);
        adopt(first);
        var corrected = desk.organisation.as("analyst", () -> correctAll(faulty));
        assertThat(corrected.rejected()).isEqualTo(2);
        var meanings = List.of(new Meaning("generic", "on ice", AccountStatus.PAUSED));
        var second = desk.organisation.as("analyst", () -> words.propose(desk.close.key(), meanings, "As frozen."));
        approve(second);
        assertThat(adopt(second)).singleElement().satisfies(receipt -> {
            assertThat(receipt.corrects()).isEqualTo(corrected.id());
            assertThat(receipt.accepted()).isEqualTo(1);
        });
    }

    /** Hands the rejects that are still out in again as they are. */
    private Receipt correctAll(Receipt receipt) {
        var out = new StringWriter();
        sources.writeRejects(receipt.id(), out);
        var open = out.toString()
                .lines()
                .filter(line -> !line.contains("A2,") && !line.contains("A3,"))
                .collect(Collectors.joining("\r\n"));
        return sources.correct(receipt.id(), "again.csv", FileBody.of(open + "\r\n"));
    }

    @Test
    void once_the_classification_is_approved_the_crosswalk_stays() {
        var version = frozenMeansPaused();
        approve(version);
        desk.organisation.as("approver", () -> signOffs.sign(desk.close.key(), SignOff.Kind.CLASSIFICATION, null));
        assertThat(standing().newer().getFirst().objection()).contains("has been approved");
        assertThatExceptionOfType(WordsRefused.class).isThrownBy(() -> adopt(version));
        assertThatExceptionOfType(CrosswalkStays.class)
                .isThrownBy(() -> desk.organisation.as(
                        "analyst", () -> closes.repin(desk.close.key(), version.pinned(), "straight")));
    }

    @Test
    void a_version_that_gives_a_word_in_use_another_meaning_is_not_taken_over() {
        var draft = desk.organisation.as(
                "analyst", () -> drafts.begin(new PinnedTable(RuleTables.STATUS_CROSSWALK, 1), "Active is over."));
        var rows = draft.rows().stream()
                .map(row -> row.cells().subList(0, 2).equals(List.of("generic", "active"))
                        ? new Row(row.description(), List.of("generic", "active", "CANCELLED"))
                        : row)
                .toList();
        var saved = desk.organisation.as(
                "analyst",
                () -> drafts.save(
                        draft.version().pinned(), draft.edition(), rows, Period.parse("2026-11"), "Active is over."));
        var submitted = desk.organisation.as(
                "analyst", () -> drafts.submit(saved.version().pinned(), saved.edition()));
        approve(submitted);
        assertThatExceptionOfType(WordsRefused.class)
                .isThrownBy(() -> adopt(submitted))
                .withMessageContaining("“active”");
    }
}
