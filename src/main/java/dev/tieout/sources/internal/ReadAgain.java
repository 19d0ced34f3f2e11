package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Sources;
import dev.tieout.sources.internal.UnknownWords.Counted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads rejected rows again whose status word the close's crosswalk has learnt, from what is kept of them. */
@Component
class ReadAgain {

    private final Sources sources;
    private final Receipts receipts;
    private final Rejects rejects;
    private final Profiles profiles;
    private final Crosswalks crosswalks;
    private final UnknownWords unknown;

    ReadAgain(
            Sources sources,
            Receipts receipts,
            Rejects rejects,
            Profiles profiles,
            Crosswalks crosswalks,
            UnknownWords unknown) {
        this.sources = sources;
        this.receipts = receipts;
        this.rejects = rejects;
        this.profiles = profiles;
        this.crosswalks = crosswalks;
        this.unknown = unknown;
    }

    /** One receipt for each file of which rows came in again. */
    List<Receipt> all(Close close) {
        int version = close.ruleVersion(RuleTables.STATUS_CROSSWALK);
        var known = new LinkedHashMap<Long, List<String>>();
        for (var some : unknown.of(close.key())) {
            if (some.ready() > 0 && knows(version, some)) {
                known.computeIfAbsent(some.source(), _ -> new ArrayList<>()).add(some.word());
            }
        }
        var read = new ArrayList<Receipt>();
        known.forEach((source, words) -> read.add(again(source, words, version)));
        return List.copyOf(read);
    }

    private boolean knows(int version, Counted some) {
        var system = profiles.find(some.profile(), some.kind()).profile().statusWordsOf();
        return crosswalks.words(version, system).containsKey(some.word());
    }

    private Receipt again(long source, List<String> words, int version) {
        var kept = receipts.withId(source);
        var name = kept.receipt().fileName() + ", read again by crosswalk version " + version;
        return sources.correct(source, name, rejects.body(source, kept.header(), words));
    }
}
