package dev.tieout.organisation;

/** What a person may do. Separation of duties narrows it further, per close. */
public enum Role {
    /** Imports, overrides, excludes, edits rule tables. */
    ANALYST,
    /** Approves classifications and rule versions. */
    APPROVER,
    /** Works on variances, signs off publication. */
    CONTROLLER,
    /** Reads everything of the organisation. */
    MANAGER,
    /** Users and metric policy. */
    ADMIN,
    /** Runs the installation; creates organisations and sees no organisation's data. */
    OPERATOR;

    /** The Spring Security authority: {@code ROLE_ANALYST}. */
    public String authority() {
        return "ROLE_" + name();
    }
}
