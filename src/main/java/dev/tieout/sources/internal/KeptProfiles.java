package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.sources.internal.reading.FileForm;
import dev.tieout.sources.internal.reading.TableFile;
import dev.tieout.sources.internal.reading.TableRow;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

@Service
@Transactional
class KeptProfiles implements ImportProfiles {

    /** Two people who save at once get two versions. */
    private static final String ORDER =
            "select pg_advisory_xact_lock(hashtextextended('profiles/' || current_organisation(), 0))";

    private static final int LOOKED_AT = 60;
    private static final int HEADER_WITHIN = 20;
    private static final int SHOWN = 20;
    private static final int LONGEST_CELL = 120;

    private final Profiles profiles;
    private final BuiltInProfiles builtIn;
    private final OwnProfiles own;
    private final Habits habits;
    private final ProfileText text;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DataSize largest;

    KeptProfiles(
            Profiles profiles,
            BuiltInProfiles builtIn,
            OwnProfiles own,
            Habits habits,
            ProfileText text,
            CurrentActor currentActor,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            @Value("${tieout.sources.largest-file:1GB}") DataSize largest) {
        this.profiles = profiles;
        this.builtIn = builtIn;
        this.own = own;
        this.habits = habits;
        this.text = text;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.largest = largest;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Described> all() {
        var all = new ArrayList<Described>();
        builtIn.all().forEach(profile -> all.add(described(profile)));
        own.latest().forEach(kept -> all.add(described(kept)));
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public Described named(String name) {
        return builtIn.named(name)
                .map(this::described)
                .or(() -> own.named(name).map(this::described))
                .orElseThrow(() -> new NoSuchProfile(name));
    }

    @Override
    public Described save(String definition) {
        return save(text.read(definition));
    }

    @Override
    public Described save(Draft draft) {
        return save(text.read(text.write(Drafting.profile(draft))));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<SourceKind, String> habitual() {
        return habits.byKind();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Map<String, String> planIntervals(String name) {
        var profile = profile(name);
        return profile.pricesPlans() ? new TreeMap<>(profile.plans()) : null;
    }

    @Override
    public Described withPlanIntervals(String name, String as, Map<String, String> intervals) {
        return save(text.read(text.write(profile(name).withPlans(as, intervals))));
    }

    @Override
    public String template(SourceKind kind) {
        return profile(Habits.generic(kind)).columns().stream()
                        .map(Profile.Column::header)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private Profile profile(String name) {
        return builtIn.named(name)
                .or(() -> own.named(name).map(OwnProfiles.Kept::profile))
                .orElseThrow(() -> new NoSuchProfile(name));
    }

    private Described save(Profile profile) {
        var person = currentActor.require(Role.ANALYST);
        if (builtIn.named(profile.name()).isPresent()) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "profile-exists",
                    "“" + profile.name() + "” comes with the product and stays as it is; give yours another name.");
        }
        jdbc.sql(ORDER).query((row, number) -> true).single();
        var before = own.named(profile.name());
        if (before.isPresent() && before.get().profile().equals(profile)) {
            return described(before.get());
        }
        int version = own.save(profile, person.name(), clock.instant());
        audit.record(
                "profile-saved",
                "profile/" + profile.name() + "/" + version,
                before.map(kept -> text.tree(kept.profile())).orElse(null),
                text.tree(profile),
                null);
        return named(profile.name());
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(SourceKind kind, InputStream body) {
        currentActor.require(Role.ANALYST);
        var rows = new ArrayList<TableRow>();
        try (var file = TableFile.open(body, FileForm.UNKNOWN, largest.toBytes())) {
            for (var row = file.rows().next();
                    row != null && rows.size() < LOOKED_AT;
                    row = file.rows().next()) {
                rows.add(row);
            }
            return preview(kind, file.form(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Meaning> meanings(SourceKind kind) {
        return Guessing.meanings(kind);
    }

    @Override
    public List<String> dateFormats() {
        return Guessing.DATES;
    }

    private Preview preview(SourceKind kind, FileForm form, List<TableRow> rows) {
        if (rows.isEmpty()) {
            throw new FileRefused(
                    Refusal.Kind.INVALID, "empty-file", "The file is empty. There is nothing to look at.");
        }
        int top = header(rows);
        var header = rows.get(top).cells();
        var below = rows.subList(top + 1, rows.size());
        var meanings = Guessing.meanings(kind, header);
        var draft = new Draft(
                "own-" + kind.name().toLowerCase(Locale.ROOT),
                kind,
                IntStream.range(0, header.size())
                        .mapToObj(i -> new DraftColumn(header.get(i), meanings.get(i)))
                        .toList(),
                top,
                Guessing.decimal(cells(below, meanings, List.of(Meaning.AMOUNT, Meaning.CREDIT, Meaning.DEBIT))),
                false,
                Guessing.dateFormat(cells(below, meanings, List.of(Meaning.POSTED, Meaning.STARTED_ON))),
                Map.of());
        return new Preview(
                form.words(),
                rows.get(top).line(),
                header.stream().map(KeptProfiles::cut).toList(),
                below.stream()
                        .limit(SHOWN)
                        .map(row -> row.cells().stream().map(KeptProfiles::cut).toList())
                        .toList(),
                fitting(kind, header),
                draft,
                text.write(Drafting.profile(draft)));
    }

    /** The first of the upper rows that has the most cells filled. */
    private static int header(List<TableRow> rows) {
        int best = 0;
        for (int i = 1; i < Math.min(rows.size(), HEADER_WITHIN); i++) {
            if (filled(rows.get(i)) > filled(rows.get(best)) + 1 && filled(rows.get(best)) < 3) {
                best = i;
            }
        }
        return best;
    }

    private static long filled(TableRow row) {
        return row.problem() != null
                ? 0
                : row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private List<String> fitting(SourceKind kind, List<String> header) {
        return profiles.all().stream()
                .filter(profile -> profile.kinds().contains(kind) && Mapping.fit(profile, header) >= 0)
                .sorted((a, b) -> Integer.compare(Mapping.fit(b, header), Mapping.fit(a, header)))
                .map(Profile::name)
                .toList();
    }

    private static List<String> cells(List<TableRow> rows, List<Meaning> meanings, List<Meaning> wanted) {
        var cells = new ArrayList<String>();
        for (var row : rows) {
            for (int i = 0; i < Math.min(row.cells().size(), meanings.size()); i++) {
                if (row.problem() == null && wanted.contains(meanings.get(i))) {
                    cells.add(row.cells().get(i));
                }
            }
        }
        return cells;
    }

    private static String cut(String cell) {
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
    }

    private Described described(Profile profile) {
        return new Described(
                profile.name(), profile.shownName(), profile.kinds(), null, null, null, text.write(profile));
    }

    private Described described(OwnProfiles.Kept kept) {
        var profile = kept.profile();
        return new Described(
                profile.name(),
                profile.shownName(),
                profile.kinds(),
                kept.version(),
                kept.savedBy(),
                kept.savedAt(),
                text.write(profile));
    }
}
