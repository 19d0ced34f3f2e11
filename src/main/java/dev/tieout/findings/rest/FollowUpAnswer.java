package dev.tieout.findings.rest;

import dev.tieout.findings.FollowUp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A follow-up as the API shows it. */
record FollowUpAnswer(
        long id,
        String period,
        int version,
        String kind,
        String sentence,
        String comment,
        String owner,
        LocalDate due,
        FollowUp.State state,
        String openedBy,
        Instant openedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    static FollowUpAnswer of(FollowUp followUp) {
        return new FollowUpAnswer(
                followUp.key(),
                followUp.period(),
                followUp.version(),
                followUp.kind().slug(),
                followUp.sentence(),
                followUp.comment(),
                followUp.owner(),
                followUp.dueOn(),
                followUp.state(),
                followUp.openedBy(),
                followUp.openedAt(),
                followUp.endedBy(),
                followUp.endedAt(),
                followUp.outcome());
    }
}
