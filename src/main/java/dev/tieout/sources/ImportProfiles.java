package dev.tieout.sources;

import dev.tieout.terms.Refusal;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How files are read: the profiles that come with the product, and those that an organisation makes for its own exports. */
public interface ImportProfiles {

    /** Every profile that files can come in by, built-in ones first. */
    List<Described> all();

    /** One of them, or {@link NoSuchProfile}. */
    Described named(String name);

    /**
     * Looks at the beginning of a file and keeps nothing: what it is, its first rows, and a draft of a profile for it.
     *
     * @param kind what the file is to tell
     * @throws Sources.FileRefused when it is of no form that can be read
     */
    Preview preview(SourceKind kind, InputStream body);

    /** What the columns of such a file can mean. */
    Set<Meaning> meanings(SourceKind kind);

    /** The ways that dates are often written beside ISO 8601, as {@link Draft#dateFormat()} has them. */
    List<String> dateFormats();

    /**
     * Saves an own profile; a further version of it when there is one of that name. Imports from now on use it. For analysts.
     *
     * @param definition JSON, as {@link Described#definition()} gives it
     * @throws Sources.FileRefused when it is no profile, or has the name of a built-in one
     */
    Described save(String definition);

    /** The same from a draft. */
    Described save(Draft draft);

    /**
     * The profile that people will most likely want for each kind of file: the one that such a file last came in by, or that somebody has
     * saved since. Kinds of which neither is known are no key.
     */
    Map<SourceKind, String> habitual();

    /**
     * Billing intervals by plan, of a profile whose amounts are prices of plans: a row of a plan without one is rejected. Null for any other
     * profile.
     */
    @Nullable
    Map<String, String> planIntervals(String name);

    /**
     * Saves a profile with these intervals in place of its own: a further version, or of a built-in one a copy under another name. For
     * analysts.
     *
     * @param as the name to save it under
     */
    Described withPlanIntervals(String name, String as, Map<String, String> intervals);

    /** The first line of a file of that kind as the generic profile reads it, to be filled in. */
    String template(SourceKind kind);

    /**
     * A profile.
     *
     * @param version null for a built-in one
     * @param definition all of it, as JSON
     */
    record Described(
            String name,
            String title,
            Set<SourceKind> kinds,
            @Nullable Integer version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            String definition) {}

    /**
     * What the beginning of a file shows.
     *
     * @param form in words: {@code CSV in UTF-8, separated by “;”}
     * @param headerLine where the header stands, from 1
     * @param rows the first ones below it; long cells are cut
     * @param fitting built-in and own profiles of that kind whose columns it has
     * @param draft a profile for it, as far as names and cells tell
     * @param definition the draft as the JSON that {@link #save(String)} takes
     */
    record Preview(
            String form,
            long headerLine,
            List<String> header,
            List<List<String>> rows,
            List<String> fitting,
            Draft draft,
            String definition) {}

    /**
     * An own profile in the making.
     *
     * @param columns of the file, in order
     * @param preamble lines above the header
     * @param decimal the decimal mark: a point or a comma
     * @param minorUnits whether amounts count cents
     * @param dateFormat as {@code MM/dd/uuuu}; null for ISO 8601
     * @param plans billing intervals by plan, for a column of that meaning
     */
    record Draft(
            String name,
            SourceKind kind,
            List<DraftColumn> columns,
            int preamble,
            String decimal,
            boolean minorUnits,
            @Nullable String dateFormat,
            Map<String, String> plans) {}

    /** A column and what it means. */
    record DraftColumn(String header, Meaning meaning) {}

    /** What a person can say a column means. */
    enum Meaning {
        UNUSED,
        ACCOUNT,
        SUBSCRIPTION,
        PRODUCT,
        PERIOD,
        AMOUNT,
        CREDIT,
        DEBIT,
        CURRENCY,
        STATUS,
        PLAN,
        INTERVAL,
        QUANTITY,
        DISCOUNT,
        REFERENCE,
        POSTED,
        GL_ACCOUNT,
        NAME,
        PARENT,
        STARTED_ON,
        FIRST_ACTIVE_ON,
        CHURNED_ON,
        ATTRIBUTE,
        OPENING_RATE,
        CLOSING_RATE
    }

    /** No such profile here. */
    final class NoSuchProfile extends Refusal {
        public NoSuchProfile(String name) {
            super(Kind.MISSING, "no-such-profile", "There is no profile “" + name + "”.");
        }
    }
}
