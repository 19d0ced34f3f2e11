package dev.tieout.terms;

import java.util.Optional;

/**
 * An expected refusal: the request was understood and is not carried out, and the person learns why in words.
 *
 * <p>Subclasses state the fact ({@code PeriodExists}). REST answers it as an RFC 9457 problem, views as a message. Thrown inside a
 * transaction it rolls everything back, so a refusal never leaves half a change.
 */
public abstract class Refusal extends RuntimeException {

    /** What sort of refusal, which decides the HTTP status. */
    public enum Kind {
        /** The input is wrong (400). */
        INVALID,
        /** This person may not (403). */
        FORBIDDEN,
        /** There is no such thing, or not for this organisation (404). */
        MISSING,
        /** It clashes with the present state (409). */
        CONFLICT,
        /** The input is larger than allowed (413). */
        TOO_LARGE
    }

    private final Kind kind;
    private final String type;

    /**
     * @param type stable, lower-case, hyphenated; part of the problem's {@code type} address
     * @param message one or two sentences for a person
     */
    protected Refusal(Kind kind, String type, String message) {
        super(message);
        this.kind = kind;
        this.type = type;
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return type;
    }

    /** Where the person gets on from here: a page of the web UI, such as {@code closes/2026-10/correct}. Mostly empty. */
    public Optional<String> way() {
        return Optional.empty();
    }

    /** The sentence for a person; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
