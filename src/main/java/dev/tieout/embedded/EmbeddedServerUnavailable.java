package dev.tieout.embedded;

/** An embedded server cannot run here; the message is one line that tells a person what is wrong and what to do. */
public final class EmbeddedServerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedServerUnavailable(String message) {
        super(message);
    }

    public EmbeddedServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
