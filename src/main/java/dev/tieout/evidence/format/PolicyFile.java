package dev.tieout.evidence.format;

import dev.tieout.policy.MetricPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code policy.json} holds: the version of the metric policy that the close pins, as it stood at publication.
 *
 * @param effectiveFrom the first period it applies to; null for every period
 */
public record PolicyFile(
        int version,
        MetricPolicy.State state,
        @Nullable String effectiveFrom,
        MetricPolicy.Choices choices,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    public static PolicyFile read(byte[] json) {
        return CanonicalJson.read(json, PolicyFile.class);
    }
}
