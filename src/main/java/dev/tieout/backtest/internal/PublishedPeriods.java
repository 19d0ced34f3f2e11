package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Publications.NotPublished;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which versions there are to decide again. */
@Component
class PublishedPeriods {

    private final Closes closes;
    private final Publications publications;
    private final Policies policies;

    PublishedPeriods(Closes closes, Publications publications, Policies policies) {
        this.closes = closes;
        this.publications = publications;
        this.policies = policies;
    }

    /** The latest of each period, oldest period first. */
    List<PublishedPeriod> latest() {
        return closes.all().stream()
                .sorted(Comparator.comparing(Close::startsOn))
                .flatMap(close -> publications.latest(close.key()).map(latest -> period(close, latest)).stream())
                .toList();
    }

    PublishedPeriod version(long closeId, int version) {
        var close = closes.withKey(closeId);
        return publications.of(closeId).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(found -> period(close, found))
                .orElseThrow(() -> new NotPublished(close.period() + " has no version " + version + "."));
    }

    /** The one that a publication is a version of. */
    PublishedPeriod publication(long id) {
        return closes.all().stream()
                .flatMap(close -> publications.of(close.key()).stream())
                .filter(one -> one.id() == id)
                .findFirst()
                .map(found -> period(closes.withKey(found.closeId()), found))
                .orElseThrow(() -> new NotPublished("There is no publication " + id + "."));
    }

    private PublishedPeriod period(Close close, Publication publication) {
        var stamps = publication.stamps();
        return new PublishedPeriod(
                close.key(),
                close.period(),
                close.startsOn(),
                publication.id(),
                publication.version(),
                publication.status(),
                publication.currency(),
                policies.version(stamps.policy()).choices(),
                stamps.rules(),
                before(close).orElse(null));
    }

    private Optional<Long> before(Close close) {
        return closes.before(close)
                .flatMap(previous -> publications.latest(previous.key()))
                .map(Publication::id);
    }
}
