package dev.tieout.evidence.internal;

import dev.tieout.closing.Close;
import dev.tieout.evidence.Attested;
import dev.tieout.evidence.format.CanonicalJson;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.PolicyFile;
import dev.tieout.evidence.format.PublicationFile;
import dev.tieout.evidence.format.PublicationFile.CloseFacts;
import dev.tieout.evidence.format.PublicationFile.Previous;
import dev.tieout.metrics.Metrics;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.CanonicalReport;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of a pack that are written whole: documents, decision tables and the report. */
@Component
class PackContents {

    private static final String KEPT = "select exists (select from evidence_record where publication_id = ?)";

    /** Versions from before events were kept have neither. */
    private static final String CLOSES_BY_EVENTS = """
            select exists (select from evidence_part p where publication_id = :publication and (
                part = 'EVENTS' and exists (select from evidence_event e where e.publication_id = p.kept_by)
                or part = 'AT_OPEN' and exists (select from evidence_at_open o where o.publication_id = p.kept_by)))
            """;

    /** Versions that were compared before there was that rule do not say so. */
    private static final String AFTER_DISCOUNTS = """
            select exists (select from evidence_record
                           where publication_id = ? and kind = 'tie_out_total' and (record ->> 'after_discounts')::boolean)
            """;

    private static final String STAMPS = "select stamps from publication where id = ?";

    private static final String PREVIOUS = """
            select record ->> 'period' as period, (record ->> 'version')::int as version, record ->> 'status' as status
            from evidence_record where publication_id = ? and kind = 'previous'
            """;

    /** The policy's state may have changed since. */
    private static final String POLICY_STATE =
            "select record ->> 'state' from evidence_record where publication_id = ? and kind = 'policy'";

    /** Dimensions whose slices were published. */
    private static final String DIMENSIONS =
            "select distinct dimension from publication_figure where publication_id = ? and dimension <> ''";

    private final Publications publications;
    private final Policies policies;
    private final RuleTables rules;
    private final List<Attested> attested;
    private final JdbcClient jdbc;

    PackContents(
            Publications publications, Policies policies, RuleTables rules, List<Attested> attested, JdbcClient jdbc) {
        this.publications = publications;
        this.policies = policies;
        this.rules = rules;
        this.attested = attested;
        this.jdbc = jdbc;
    }

    /** Whether evidence was kept when the version was published. */
    boolean kept(Publication publication) {
        return jdbc.sql(KEPT).param(publication.id()).query(Boolean.class).single();
    }

    /** Whether events made the closing lines of the version, and were kept. */
    boolean closesByEvents(Publication publication) {
        return jdbc.sql(CLOSES_BY_EVENTS)
                .param("publication", publication.id())
                .query(Boolean.class)
                .single();
    }

    /** Whether billing was compared after discounts whatever the policy counts. */
    boolean tiesOutAfterDiscounts(Publication publication) {
        return jdbc.sql(AFTER_DISCOUNTS)
                .param(publication.id())
                .query(Boolean.class)
                .single();
    }

    byte[] publication(Close close, Publication publication) {
        var stamps =
                jdbc.sql(STAMPS).param(publication.id()).query(String.class).single();
        var previous = jdbc.sql(PREVIOUS)
                .param(publication.id())
                .query((row, number) -> new Previous(
                        row.getString("period"),
                        row.getInt("version"),
                        Publication.Status.valueOf(row.getString("status"))))
                .optional();
        var facts = new CloseFacts(
                close.startsOn(),
                close.endsOn(),
                close.cutoff(),
                close.firstPeriod(),
                close.openedBy(),
                close.openedAt());
        return CanonicalJson.bytes(
                new PublicationFile(close.organisation(), publication, stamps, facts, previous.orElse(null)));
    }

    byte[] policy(Publication publication) {
        var policy = policies.version(publication.stamps().policy());
        var state = jdbc.sql(POLICY_STATE)
                .param(publication.id())
                .query(String.class)
                .single();
        return CanonicalJson.bytes(new PolicyFile(
                policy.version(),
                MetricPolicy.State.valueOf(state),
                policy.effectiveFrom(),
                policy.choices(),
                policy.createdBy(),
                policy.createdAt(),
                policy.approvedBy(),
                policy.approvedAt()));
    }

    /** The content of a pinned table, byte for byte as its hash was taken. */
    byte[] rules(String table, int version) {
        return rules.content(new PinnedTable(table, version)).csv().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether another module has anything to say in that file. */
    boolean attests(PackFile file, Publication publication) {
        return attested.stream()
                .anyMatch(one -> one.file() == file && !one.records(publication).isEmpty());
    }

    byte[] attested(PackFile file, Publication publication) {
        return CanonicalJson.bytes(attested.stream()
                .filter(one -> one.file() == file)
                .findFirst()
                .<List<?>>map(one -> one.records(publication))
                .orElse(List.of()));
    }

    byte[] reportJson(Publication publication) {
        return CanonicalReport.json(reports(publication));
    }

    byte[] reportCsv(Publication publication) {
        return CanonicalReport.csv(reports(publication));
    }

    private List<Report> reports(Publication publication) {
        var published =
                jdbc.sql(DIMENSIONS).param(publication.id()).query(String.class).set();
        var dimensions = new ArrayList<>(List.of(""));
        Metrics.STANDING_DIMENSIONS.stream().filter(published::contains).forEach(dimensions::add);
        return dimensions.stream()
                .map(dimension ->
                        publications.report(publication.closeId(), publication.version(), Report.View.MRR, dimension))
                .toList();
    }

    /** What is said in {@code README.txt}; the marks in the text are replaced. */
    byte[] readMe(Map<String, String> marks, String text) {
        var filled = text;
        for (var mark : marks.entrySet()) {
            filled = filled.replace("{" + mark.getKey() + "}", mark.getValue());
        }
        return filled.getBytes(StandardCharsets.UTF_8);
    }
}
