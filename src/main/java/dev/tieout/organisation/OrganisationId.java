package dev.tieout.organisation;

import dev.tieout.terms.Refusal;
import java.util.regex.Pattern;

/** The short name of an organisation: 2 to 30 lower-case letters, digits and hyphens, beginning with a letter. */
public record OrganisationId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,29}");

    /** Stands for the installation itself, where the operator's own audit chain lives. No organisation can take the name. */
    public static final OrganisationId INSTALLATION = new OrganisationId("installation");

    public OrganisationId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }

    /** The text is no organisation id. */
    public static final class Malformed extends Refusal {
        Malformed(String value) {
            super(
                    Kind.INVALID,
                    "malformed-organisation",
                    "“" + value
                            + "” cannot be an organisation's id: 2 to 30 lower-case letters, digits and hyphens, a letter first.");
        }
    }
}
