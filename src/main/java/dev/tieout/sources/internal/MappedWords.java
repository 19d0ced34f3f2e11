package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.StatusWords;
import dev.tieout.sources.internal.UnknownWords.Counted;
import dev.tieout.terms.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MappedWords implements StatusWords {

    private final Closes closes;
    private final SignOffs signOffs;
    private final RuleTables rules;
    private final Profiles profiles;
    private final Crosswalks crosswalks;
    private final Imports imports;
    private final UnknownWords unknown;
    private final ProposedWords proposed;
    private final ReadAgain readAgain;
    private final CurrentActor currentActor;

    MappedWords(
            Closes closes,
            SignOffs signOffs,
            RuleTables rules,
            Profiles profiles,
            Crosswalks crosswalks,
            Imports imports,
            UnknownWords unknown,
            ProposedWords proposed,
            ReadAgain readAgain,
            CurrentActor currentActor) {
        this.closes = closes;
        this.signOffs = signOffs;
        this.rules = rules;
        this.profiles = profiles;
        this.crosswalks = crosswalks;
        this.imports = imports;
        this.unknown = unknown;
        this.proposed = proposed;
        this.readAgain = readAgain;
        this.currentActor = currentActor;
    }

    @Override
    @Transactional(readOnly = true)
    public Standing of(long closeId) {
        var close = closes.withKey(closeId);
        int pinned = close.ruleVersion(RuleTables.STATUS_CROSSWALK);
        var counted = unknown.of(closeId);
        var newer = crosswalkVersions().stream()
                .filter(version -> version.version() > pinned)
                .toList();
        var waiting = newer.stream()
                .filter(version -> version.state() == State.IN_REVIEW)
                .toList();
        var approved = newer.stream()
                .filter(version -> version.state() == State.APPROVED)
                .map(version -> new Newer(version, rowsKnownBy(counted, version.version()), objection(close, version)))
                .toList();
        return new Standing(pinned, words(pinned, counted, waiting), approved);
    }

    private List<RuleTableVersion> crosswalkVersions() {
        return rules.versions().stream()
                .filter(version -> version.table().equals(RuleTables.STATUS_CROSSWALK))
                .toList();
    }

    private List<UnknownWord> words(int pinned, List<Counted> counted, List<RuleTableVersion> waiting) {
        var byWord = new LinkedHashMap<String, List<Counted>>();
        counted.forEach(some -> byWord.computeIfAbsent(
                        crosswalks.spoken(pinned, system(some)) + "\n" + some.word(), _ -> new ArrayList<>())
                .add(some));
        var words = new ArrayList<UnknownWord>();
        for (var each : byWord.values()) {
            var system = crosswalks.spoken(pinned, system(each.getFirst()));
            words.add(word(system, each, waiting));
        }
        words.sort(Comparator.comparingLong(UnknownWord::rows).reversed().thenComparing(UnknownWord::word));
        return words;
    }

    private UnknownWord word(String system, List<Counted> counted, List<RuleTableVersion> waiting) {
        var amounts = new TreeMap<String, BigDecimal>();
        var files = new TreeSet<String>();
        for (var some : counted) {
            files.add(some.fileName());
            if (some.currency() != null && some.amount() != null) {
                amounts.merge(some.currency(), some.amount(), BigDecimal::add);
            }
        }
        var word = counted.getFirst().word();
        var proposing = waiting.stream()
                .filter(version -> crosswalks.words(version.version(), system).containsKey(word))
                .map(RuleTableVersion::version)
                .findFirst()
                .orElse(null);
        return new UnknownWord(
                system, word, counted.stream().mapToLong(Counted::rows).sum(), amounts, List.copyOf(files), proposing);
    }

    private String system(Counted some) {
        return profiles.find(some.profile(), some.kind()).profile().statusWordsOf();
    }

    private long rowsKnownBy(List<Counted> counted, int version) {
        return counted.stream()
                .filter(some -> crosswalks.words(version, system(some)).containsKey(some.word()))
                .mapToLong(Counted::ready)
                .sum();
    }

    /** Why a close cannot take an approved version over. */
    private @Nullable String objection(Close close, RuleTableVersion version) {
        if (!close.isChangeable() || close.published()) {
            return "A version of " + close.period() + " is out: it keeps the crosswalk that it was published with.";
        }
        if (signOffs.of(close.key()).stream()
                .anyMatch(signed -> signed.stands() && signed.kind() == SignOff.Kind.CLASSIFICATION)) {
            return "The classification of " + close.period()
                    + " has been approved. Its approval has to be undone first.";
        }
        int pinned = close.ruleVersion(RuleTables.STATUS_CROSSWALK);
        return unknown.spoken(close.key()).stream()
                .map(spoken ->
                        profiles.find(spoken.profile(), spoken.kind()).profile().statusWordsOf())
                .flatMap(system -> crosswalks.words(pinned, system).entrySet().stream()
                        .filter(word -> word.getValue()
                                != crosswalks.words(version.version(), system).get(word.getKey()))
                        .map(word -> "Version " + version.version() + " gives “" + word.getKey() + "” of " + system
                                + " another meaning: rows that are in would have been read otherwise."))
                .findFirst()
                .orElse(null);
    }

    @Override
    public RuleTableVersion propose(long closeId, List<Meaning> meanings, String comment) {
        currentActor.require(Role.ANALYST);
        var standing = of(closeId);
        for (var meaning : meanings) {
            refuseIfProposed(standing, meaning);
        }
        return proposed.submit(meanings, comment);
    }

    private static void refuseIfProposed(Standing standing, Meaning meaning) {
        standing.words().stream()
                .filter(word -> word.system().equals(meaning.system())
                        && word.word().equals(meaning.word().strip().toLowerCase(Locale.ROOT)))
                .map(UnknownWord::proposed)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(version -> {
                    throw new WordsRefused(
                            Refusal.Kind.CONFLICT,
                            "status-word-proposed",
                            "“" + meaning.word() + "” waits for approval in version " + version + " already.");
                });
    }

    @Override
    public List<Receipt> adopt(long closeId, int number) {
        currentActor.require(Role.ANALYST);
        // Before the close is locked: an import waits for these in the same order.
        imports.inOrder();
        var close = closes.withKey(closeId);
        int pinned = close.ruleVersion(RuleTables.STATUS_CROSSWALK);
        if (number != pinned) {
            var version = approved(number);
            if (number < pinned) {
                throw new WordsRefused(
                        Refusal.Kind.CONFLICT,
                        "status-crosswalk-older",
                        close.period() + " uses version " + pinned + ", which is newer.");
            }
            var objection = objection(close, version);
            if (objection != null) {
                throw new WordsRefused(Refusal.Kind.CONFLICT, "status-crosswalk-not-fitting", objection);
            }
            closes.repin(closeId, version.pinned(), version.comment());
        }
        return readAgain.all(closes.withKey(closeId));
    }

    private RuleTableVersion approved(int number) {
        return crosswalkVersions().stream()
                .filter(version -> version.version() == number && version.state() == State.APPROVED)
                .findFirst()
                .orElseThrow(() -> new WordsRefused(
                        Refusal.Kind.CONFLICT,
                        "status-crosswalk-not-approved",
                        "Version " + number + " of the crosswalk is not approved."));
    }
}
