package dev.tieout.sources.rest;

import dev.tieout.closing.Closes;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.sources.StatusWords;
import dev.tieout.sources.StatusWords.Meaning;
import dev.tieout.sources.StatusWords.Newer;
import dev.tieout.sources.StatusWords.UnknownWord;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Money;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Status words that a close's crosswalk does not know, and the way from there. */
@RestController
@RequestMapping("/api/v1/closes/{period}/status-words")
class StatusWordController {

    private final StatusWords words;
    private final Closes closes;

    StatusWordController(StatusWords words, Closes closes) {
        this.words = words;
        this.closes = closes;
    }

    @GetMapping
    WordsAnswer of(@PathVariable String period) {
        var standing = words.of(close(period));
        return new WordsAnswer(
                standing.pinned(),
                standing.words().stream().map(WordAnswer::of).toList(),
                standing.newer().stream().map(NewerAnswer::of).toList());
    }

    /** Submits a version of the crosswalk in which the words have these meanings. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VersionAnswer propose(@PathVariable String period, @Valid @RequestBody Proposal proposal) {
        var meanings = proposal.meanings().stream()
                .map(said -> new Meaning(said.system(), said.word(), said.meaning()))
                .toList();
        return VersionAnswer.of(words.propose(close(period), meanings, proposal.comment()));
    }

    /** Lets the close use an approved version, and reads again what it now can. */
    @PostMapping("/adopt")
    Page<ReceiptAnswer> adopt(@PathVariable String period, @Valid @RequestBody Adoption adoption) {
        return new Page<>(
                words.adopt(close(period), adoption.version()).stream()
                        .map(ReceiptAnswer::of)
                        .toList(),
                null);
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }

    /** @param pinned the crosswalk's version that the close uses */
    record WordsAnswer(int pinned, List<WordAnswer> words, List<NewerAnswer> newer) {}

    /** @param proposed the version that knows the word and waits for approval */
    record WordAnswer(
            String system,
            String word,
            long rows,
            Map<String, String> amounts,
            List<String> files,
            @Nullable Integer proposed) {

        static WordAnswer of(UnknownWord word) {
            var amounts = new TreeMap<String, String>();
            word.amounts().forEach((currency, amount) -> amounts.put(currency, new Money(amount, currency).text()));
            return new WordAnswer(word.system(), word.word(), word.rows(), amounts, word.files(), word.proposed());
        }
    }

    /** @param objection why the close cannot take it over; null when it can */
    record NewerAnswer(int version, long rows, @Nullable String objection) {

        static NewerAnswer of(Newer newer) {
            return new NewerAnswer(newer.version().version(), newer.rows(), newer.objection());
        }
    }

    record VersionAnswer(
            String table,
            int version,
            RuleTableVersion.State state,
            @Nullable String effectiveFrom) {

        static VersionAnswer of(RuleTableVersion version) {
            return new VersionAnswer(version.table(), version.version(), version.state(), version.effectiveFrom());
        }
    }

    record Proposal(
            @NotEmpty List<@Valid Said> meanings, @NotNull String comment) {}

    record Said(
            @NotNull String system,
            @NotNull String word,
            @NotNull AccountStatus meaning) {}

    record Adoption(int version) {}
}
