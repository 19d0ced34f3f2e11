package dev.tieout.sources;

import dev.tieout.closing.SignOff;
import java.util.List;
import java.util.Optional;

/**
 * Accounts and lines that go on under other ids because a customer moved from one billing system to another: the same customer, neither
 * churn nor new. A file of kind {@link SourceKind#MIGRATION} names them; from its period on they open, tie out and are looked up under the
 * new ids.
 */
public interface AccountMoves {

    /**
     * Brings a close's opening lines, ledger postings and retained balances under the ids that the moves in effect give them, each kind in
     * one statement, and makes the new accounts known with what is known of the old ones. Lines that two moves would make one stay as they
     * were. Repeating it changes nothing; after a move was taken back it undoes it.
     *
     * @return what people sign for that has changed: the classification when an opening line has another id than before, the publication
     *     when only postings or balances have; empty when nothing has
     */
    Optional<SignOff.Kind> apply(long closeId);

    /** What the moves of a close leave open, in sentences: lines that would become one, accounts still billed under their old id. */
    List<String> exceptions(long closeId);
}
