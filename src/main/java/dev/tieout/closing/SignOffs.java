package dev.tieout.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signatures under closes. Suspending is done by {@link Closes#changed}. */
public interface SignOffs {

    /** The current actor signs. One standing signature per person and kind; signing twice changes nothing. */
    void sign(long closeId, SignOff.Kind kind, @Nullable String comment);

    /** All signatures, oldest first, the suspended ones too. */
    List<SignOff> of(long closeId);
}
