package dev.tieout.movements;

import dev.tieout.terms.Refusal;
import java.util.List;

/** Accounts bill in a currency for which the close has no rate, so their movements cannot be built. */
public final class RateMissing extends Refusal {

    public RateMissing(List<String> accounts) {
        super(
                Kind.CONFLICT,
                "rate-missing",
                "An exchange rate is missing for the currency of account “" + String.join("”, “", accounts) + "”.");
    }
}
