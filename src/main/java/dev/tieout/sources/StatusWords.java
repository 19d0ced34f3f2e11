package dev.tieout.sources;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status words in a close's files that its crosswalk does not know, and the way from there: a person says what they mean, which makes a
 * version of the crosswalk for another person to approve; the close takes that version over, and reads the rejected rows again from what is
 * kept of them.
 */
public interface StatusWords {

    /** The words, those with the most rows first, and the versions of the crosswalk that are newer than the close's own. */
    Standing of(long closeId);

    /**
     * Writes and submits a version of the crosswalk in which the words have these meanings; all else is as in the newest approved version.
     * For analysts.
     *
     * @param comment for its approver
     * @throws WordsRefused when a word is known already, or waits for approval with a submitted version
     */
    RuleTableVersion propose(long closeId, List<Meaning> meanings, String comment);

    /**
     * Lets the close use an approved, newer version of the crosswalk and reads again what it now can. Only while nobody has approved the
     * classification and nothing has been published, and only a version that knows every word of the close's billing systems as before:
     * what was accepted stays as it was read. A second time changes nothing. For analysts.
     *
     * @return receipts of what was read again, one for each file
     */
    List<Receipt> adopt(long closeId, int version);

    /**
     * What stands.
     *
     * @param pinned the crosswalk's version that the close uses
     */
    record Standing(int pinned, List<UnknownWord> words, List<Newer> newer) {

        public Standing {
            words = List.copyOf(words);
            newer = List.copyOf(newer);
        }
    }

    /**
     * A word that no row of the crosswalk has.
     *
     * @param system the billing system whose words the files' profile speaks
     * @param rows how many rows were rejected for it
     * @param amounts what they amount to by currency, as far as it could be read
     * @param files their names
     * @param proposed the version that knows it and waits for approval; null when none does
     */
    record UnknownWord(
            String system,
            String word,
            long rows,
            Map<String, BigDecimal> amounts,
            List<String> files,
            @Nullable Integer proposed) {

        public UnknownWord {
            files = List.copyOf(files);
        }
    }

    /**
     * An approved version that the close does not use yet.
     *
     * @param rows how many rejected rows it would let be read again
     * @param objection why the close cannot take it over; null when it can
     */
    record Newer(
            RuleTableVersion version, long rows, @Nullable String objection) {}

    /** What a person says that a word means. */
    record Meaning(String system, String word, AccountStatus meaning) {}

    /** Not with these words, this version or at this time. */
    final class WordsRefused extends Refusal {
        public WordsRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }
}
