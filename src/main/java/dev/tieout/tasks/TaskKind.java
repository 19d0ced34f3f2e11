package dev.tieout.tasks;

import dev.tieout.organisation.Role;
import java.util.Arrays;
import java.util.Locale;

/** What sort of work waits, and which role may take it. */
public enum TaskKind {
    PROVIDE_SOURCES(Role.ANALYST, Verdict.DONE),
    RESOLVE_IMPORT(Role.ANALYST, Verdict.DONE),
    RESOLVE_UNCLASSIFIED(Role.ANALYST, Verdict.DONE),
    RESOLVE_BREACH(Role.ANALYST, Verdict.DONE),
    APPROVE_CLASSIFICATION(Role.APPROVER, Verdict.APPROVE_OR_REJECT),
    RESOLVE_VARIANCES(Role.CONTROLLER, Verdict.DONE),
    SIGN_OFF(Role.CONTROLLER, Verdict.APPROVE_OR_REJECT),
    APPROVE_RULE_VERSION(Role.APPROVER, Verdict.APPROVE_OR_REJECT),
    REVISE_RULE_VERSION(Role.ANALYST, Verdict.DONE),
    APPROVE_POLICY(Role.APPROVER, Verdict.APPROVE_OR_REJECT),
    APPROVE_CORRECTION(Role.CONTROLLER, Verdict.APPROVE_OR_REJECT),
    APPROVE_BACK_POSTING(Role.CONTROLLER, Verdict.APPROVE_OR_REJECT);

    /** How such work ends. */
    public enum Verdict {
        DONE,
        APPROVE_OR_REJECT
    }

    private final Role role;
    private final Verdict verdict;

    TaskKind(Role role, Verdict verdict) {
        this.role = role;
        this.verdict = verdict;
    }

    public Role role() {
        return role;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** As the API and the process model write it: {@code approve-classification}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a slug. */
    public static TaskKind ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no task kind " + slug));
    }
}
