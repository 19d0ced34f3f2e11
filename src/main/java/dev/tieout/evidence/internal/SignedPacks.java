package dev.tieout.evidence.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.Evidence;
import dev.tieout.evidence.Pack;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.Signing;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SignedPacks implements Evidence {

    /** Each pack that is being written holds a database connection and its files on disk; further ones wait. */
    private static final int AT_ONCE = 2;

    private final Map<Long, Long> sizes = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Closes closes;
    private final Publications publications;
    private final PackContents contents;
    private final Rows rows;
    private final SigningKey key;
    private final CurrentActor currentActor;
    private final TransactionTemplate snapshot;

    SignedPacks(
            Closes closes,
            Publications publications,
            PackContents contents,
            Rows rows,
            SigningKey key,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.closes = closes;
        this.publications = publications;
        this.contents = contents;
        this.rows = rows;
        this.key = key;
        this.currentActor = currentActor;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Pack write(long closeId, @Nullable Integer version) {
        currentActor.require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER, Role.MANAGER, Role.ADMIN);
        places.acquireUninterruptibly();
        try {
            var pack = snapshot.execute(status -> written(closes.withKey(closeId), version));
            var written = Objects.requireNonNull(pack);
            sizes.put(written.publication().id(), written.bytes());
            return written;
        } finally {
            places.release();
        }
    }

    private Pack written(Close close, @Nullable Integer version) {
        var publication = published(close, version);
        if (!contents.kept(publication)) {
            throw new NothingKept(close.period(), publication.version());
        }
        try {
            var staging = new Staging();
            try {
                var writing = new PackWriting(contents, rows, staging, close, publication, key.pair());
                var manifest = writing.write(readMe());
                return new WrittenPack(
                        publication, writing.fileName(), staging, staging.assemble(), Hashes.sha256(manifest));
            } catch (IOException | RuntimeException failure) {
                staging.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Publication published(Close close, @Nullable Integer version) {
        List<Publication> versions = publications.of(close.key());
        return versions.reversed().stream()
                .filter(one -> version == null || one.version() == version)
                .findFirst()
                .orElseThrow(() -> new Publications.NotPublished(
                        version == null
                                ? "Nothing of " + close.period() + " has been published yet."
                                : close.period() + " has no version " + version + "."));
    }

    private static String readMe() throws IOException {
        return new ClassPathResource("evidence/README.txt").getContentAsString(StandardCharsets.UTF_8);
    }

    @Override
    public OptionalLong lastSize(Publication version) {
        var bytes = sizes.get(version.id());
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @Override
    public Key key() {
        var publicKey = key.publicKey();
        return new Key(Signing.ALGORITHM, Signing.pem(publicKey), Signing.fingerprint(publicKey));
    }
}
