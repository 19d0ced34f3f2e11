package dev.tieout.audit.rest;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.audit.AuditTrail.Verification;
import dev.tieout.terms.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditTrail audit;

    AuditController(AuditTrail audit) {
        this.audit = audit;
    }

    @GetMapping
    Page<AuditEntry> since(
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") @Min(0) long cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var entries = audit.entries(since == null ? Instant.EPOCH : since, cursor, limit);
        var next =
                entries.size() < limit ? null : Long.toString(entries.getLast().seq());
        return new Page<>(entries, next);
    }

    @GetMapping("/verify")
    Verification verify() {
        return audit.verify();
    }
}
