package dev.tieout.corrections;

import dev.tieout.corrections.Correction.Recorded;
import dev.tieout.corrections.Impact.AccountImpact;
import dev.tieout.corrections.Impact.Figures;
import dev.tieout.corrections.Impact.PeriodImpact;
import dev.tieout.corrections.Impact.Side;
import dev.tieout.corrections.Impact.VarianceImpact;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A correction as the API and the evidence pack say it: money in major units as text, ratios with six decimals, times in RFC 3339. */
public record CorrectionDocument(
        long id,
        String period,
        String state,
        String comment,
        @Nullable String policyClause,
        String sha256,
        String raisedBy,
        String raisedAt,
        List<ChangeDocument> changes,
        @Nullable String impactSha256,
        List<PeriodDocument> impact,
        @Nullable String notice,
        @Nullable String trouble,
        @Nullable String refusal,
        @Nullable String decidedBy,
        @Nullable String decidedAt,
        @Nullable String decisionComment,
        @Nullable String appliedAt,
        List<Map<String, Object>> restated) {

    /**
     * A change.
     *
     * @param originalPeriod the accounting period that it belongs to
     * @param before what stood when the note was raised; empty when nothing did
     */
    public record ChangeDocument(
            int position, String originalPeriod, Map<String, Object> before, Map<String, Object> after) {}

    /** What becomes of a period; without versions and figures where its close is under way. */
    public record PeriodDocument(
            String period,
            String currency,
            @Nullable Integer fromVersion,
            @Nullable Integer toVersion,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            int accountsChanged,
            List<Map<String, Object>> accounts,
            List<Map<String, Object>> variances) {}

    public static CorrectionDocument of(Correction correction) {
        var impact = correction.impact();
        return new CorrectionDocument(
                correction.id(),
                correction.period(),
                correction.state().name(),
                correction.comment(),
                correction.policyClause(),
                correction.sha256(),
                correction.raisedBy(),
                correction.raisedAt().toString(),
                correction.changes().stream().map(CorrectionDocument::change).toList(),
                correction.impactHash(),
                impact == null
                        ? List.of()
                        : impact.periods().stream()
                                .map(CorrectionDocument::period)
                                .toList(),
                correction.notice(),
                correction.trouble(),
                correction.refusal(),
                correction.decidedBy(),
                text(correction.decidedAt()),
                correction.decisionComment(),
                text(correction.appliedAt()),
                correction.restated().stream()
                        .map(restated -> {
                            Map<String, Object> written = new LinkedHashMap<>();
                            written.put("period", restated.period());
                            Optional.ofNullable(restated.version())
                                    .ifPresent(version -> written.put("version", version));
                            return written;
                        })
                        .toList());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static ChangeDocument change(Recorded recorded) {
        return new ChangeDocument(
                recorded.position(), recorded.period(), recorded.before(), Changes.write(recorded.change()));
    }

    private static PeriodDocument period(PeriodImpact impact) {
        return new PeriodDocument(
                impact.period(),
                impact.currency(),
                impact.fromVersion(),
                impact.toVersion(),
                figures(impact.before(), impact.currency()),
                figures(impact.after(), impact.currency()),
                impact.accountsChanged(),
                impact.accounts().stream()
                        .map(account -> account(account, impact.currency()))
                        .toList(),
                impact.variances().stream().map(CorrectionDocument::variance).toList());
    }

    private static @Nullable Map<String, Object> figures(@Nullable Figures figures, String currency) {
        if (figures == null) {
            return null;
        }
        var bridge = figures.bridge();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("opening", money(bridge.opening(), currency));
        written.put("new", money(bridge.newAmount(), currency));
        written.put("reactivation", money(bridge.reactivation(), currency));
        written.put("expansion", money(bridge.expansion(), currency));
        written.put("contraction", money(bridge.contraction(), currency));
        written.put("churn", money(bridge.churn(), currency));
        written.put("fx", money(bridge.fx(), currency));
        written.put("closing", money(bridge.closing(), currency));
        ratio(written, "nrr", figures.nrr());
        ratio(written, "grr", figures.grr());
        ratio(written, "logoRetention", figures.logoRetention());
        return written;
    }

    private static void ratio(Map<String, Object> written, String name, @Nullable BigDecimal ratio) {
        if (ratio != null) {
            written.put(name, ratio.toPlainString());
        }
    }

    private static Map<String, Object> account(AccountImpact impact, String currency) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("account", impact.account());
        written.put("name", impact.name());
        written.put("line", impact.line());
        Optional.ofNullable(impact.before()).ifPresent(side -> written.put("before", side(side, currency)));
        Optional.ofNullable(impact.after()).ifPresent(side -> written.put("after", side(side, currency)));
        return written;
    }

    private static Map<String, Object> side(Side side, String currency) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("opening", money(side.opening(), currency));
        written.put("closing", money(side.closing(), currency));
        written.put("class", side.movementClass().name());
        Optional.ofNullable(side.reason()).ifPresent(reason -> written.put("reason", reason.name()));
        written.put("excluded", side.excluded());
        return written;
    }

    private static Map<String, Object> variance(VarianceImpact impact) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("account", impact.account());
        written.put("currency", impact.currency());
        written.put("billing", money(impact.billing(), impact.currency()));
        written.put("ledger", money(impact.ledger(), impact.currency()));
        written.put("retained", money(impact.retained(), impact.currency()));
        written.put("amount", money(impact.amount(), impact.currency()));
        written.put("becomes", impact.cleared() ? "CLEARED" : "EXPLAINED");
        return written;
    }

    private static String money(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }
}
