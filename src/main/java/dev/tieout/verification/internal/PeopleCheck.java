package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Approver;
import dev.tieout.publication.Publication.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The approvers that the version names are those whose signatures stood, and a final one has every signature and nothing open. */
final class PeopleCheck implements Check {

    private static final List<String> OF_A_FINAL = List.of("CLASSIFICATION", "PUBLICATION");

    @Override
    public String name() {
        return "sign-offs";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var publication = pack.publication().publication();
        var standing = new ArrayList<Approver>();
        long signed = 0;
        try (var table = pack.rows(PackFile.APPROVALS)) {
            for (var row = table.take(); row != null; row = table.take()) {
                signed++;
                if (row.isNull("suspended_at")) {
                    var at = Objects.requireNonNullElse(row.time("signed_at"), Instant.EPOCH);
                    standing.add(new Approver(row.cell("kind"), row.key("person"), at));
                }
            }
        }
        var corrected = publication.stamps().corrections().stream()
                .map(correction -> new Approver(
                        "CORRECTION " + correction.id(), correction.approvedBy(), correction.approvedAt()));
        var expected = Stream.concat(standing.stream(), corrected).toList();
        if (!expected.equals(publication.stamps().approvers())) {
            throw Difference.of(
                    PackFile.PUBLICATION.path(),
                    "",
                    "stamps, approvers",
                    expected,
                    publication.stamps().approvers());
        }
        checkStatus(publication, standing);
        return Words.count(signed, "signature") + ", " + standing.size() + " standing"
                + (publication.status() == Status.PROVISIONAL ? "" : "; nothing open");
    }

    private static void checkStatus(Publication publication, List<Approver> standing) {
        if (publication.status() == Status.PROVISIONAL) {
            return;
        }
        if (publication.openVariances() > 0) {
            throw Difference.of(PackFile.PUBLICATION.path(), "", "openVariances", 0, publication.openVariances());
        }
        for (var kind : publication.status() == Status.FINAL ? OF_A_FINAL : List.<String>of()) {
            if (standing.stream().noneMatch(approver -> approver.signed().equals(kind))) {
                throw Difference.damage(
                        "The version is FINAL, and no sign-off of the " + kind.toLowerCase(Locale.ROOT) + " stands.");
            }
        }
    }
}
