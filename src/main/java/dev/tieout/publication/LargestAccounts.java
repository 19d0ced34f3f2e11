package dev.tieout.publication;

import dev.tieout.metrics.BridgeLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Which accounts make up the lines of a published version. */
public interface LargestAccounts {

    /**
     * The accounts with the largest amounts in one or several lines together, excluded ones left out.
     *
     * @return the largest first, then by account; accounts without an amount there are left out
     */
    List<Share> of(Publication publication, Set<BridgeLine> lines, int limit);

    /** An account's amount in those lines, above zero (FX as its size, whatever its sign), in the publication's currency. */
    record Share(String account, String name, BigDecimal amount) {}
}
