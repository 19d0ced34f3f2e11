package dev.tieout.lineage.internal;

import dev.tieout.closing.Closes;
import dev.tieout.lineage.Edition;
import dev.tieout.lineage.Figure;
import dev.tieout.lineage.FigureCell;
import dev.tieout.lineage.FigurePart;
import dev.tieout.lineage.Lineage;
import dev.tieout.lineage.Origin;
import dev.tieout.lineage.Origin.RejectedRow;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.movements.SourceRow.Side;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Publications.NotPublished;
import dev.tieout.publication.Report.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ReadLineage implements Lineage {

    private final Closes closes;
    private final Policies policies;
    private final Metrics metrics;
    private final Publications publications;
    private final Movements movements;
    private final Parts parts;
    private final Origins origins;

    ReadLineage(
            Closes closes,
            Policies policies,
            Metrics metrics,
            Publications publications,
            Movements movements,
            Parts parts,
            Origins origins) {
        this.closes = closes;
        this.policies = policies;
        this.metrics = metrics;
        this.publications = publications;
        this.movements = movements;
        this.parts = parts;
        this.origins = origins;
    }

    @Override
    public Figure figure(Edition edition, FigureCell cell) {
        var sum = parts.sum(book(edition), cell);
        var reported = bridge(edition, cell).map(cell.line()::of).orElse(null);
        return new Figure(cell, currency(edition), reported, sum.total(), sum.movements());
    }

    private Optional<Bridge> bridge(Edition edition, FigureCell cell) {
        var version = edition.version();
        if (version != null) {
            var report = publications.report(edition.closeId(), version, View.MRR, cell.dimension());
            return Optional.of(cell.dimension().isEmpty() ? report.total() : slice(report.slices(), cell));
        }
        var total = metrics.total(edition.closeId());
        return total.isEmpty() || cell.dimension().isEmpty()
                ? total
                : Optional.of(slice(metrics.slices(edition.closeId(), cell.dimension()), cell));
    }

    private static Bridge slice(List<Bridge> slices, FigureCell cell) {
        return slices.stream()
                .filter(slice -> slice.slice().equals(cell.slice()))
                .findFirst()
                .orElseThrow(() -> new NoSuchFigure(
                        "There is no slice “" + cell.slice() + "” of “" + cell.dimension() + "” here."));
    }

    private String currency(Edition edition) {
        return edition.version() == null
                ? policies.version(closes.withKey(edition.closeId()).policyVersion())
                        .choices()
                        .reportingCurrency()
                : publication(edition).currency();
    }

    @Override
    public List<FigurePart> parts(Edition edition, FigureCell cell, long offset, int limit) {
        return parts.list(book(edition), cell, offset, limit);
    }

    @Override
    public FigurePart movement(Edition edition, String account, String line) {
        return parts.ofAccount(book(edition), account).stream()
                .filter(part -> part.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new NoSuchMovement(account));
    }

    @Override
    public List<String> linesOf(Edition edition, String account) {
        return parts.ofAccount(book(edition), account).stream()
                .map(FigurePart::line)
                .toList();
    }

    @Override
    public long originCount(Edition edition, String account, String line) {
        return origins.count(book(edition), account, line);
    }

    @Override
    public List<Origin> origins(Edition edition, String account, String line, long offset, int limit) {
        var page = origins.page(book(edition), account, line, offset, limit);
        if (edition.version() != null) {
            return page;
        }
        var placements = new HashMap<Row, String>();
        movements
                .sourceRows(edition.closeId(), account, line)
                .forEach(row -> placements.put(
                        new Row(row.side(), row.sourceId(), row.line()),
                        row.placement().sentence()));
        return page.stream().map(origin -> placed(origin, placements)).toList();
    }

    private static Origin placed(Origin origin, Map<Row, String> placements) {
        var file = origin.file();
        var said = placements.get(new Row(origin.side(), file == null ? null : file.source(), origin.line()));
        return said == null ? origin : origin.placed(said);
    }

    /** A row by its place. */
    private record Row(
            Side side, @Nullable Long source, @Nullable Long line) {}

    @Override
    public List<RejectedRow> rejects(Edition edition, String account) {
        return origins.rejects(book(edition), account);
    }

    @Override
    public boolean kept(Edition edition) {
        return origins.kept(book(edition));
    }

    private Book book(Edition edition) {
        return edition.version() == null
                ? new Book(false, closes.withKey(edition.closeId()).key(), edition.closeId())
                : new Book(true, publication(edition).id(), edition.closeId());
    }

    private Publication publication(Edition edition) {
        return publications.of(edition.closeId()).stream()
                .filter(version -> Integer.valueOf(version.version()).equals(edition.version()))
                .findFirst()
                .orElseThrow(() -> new NotPublished("The close has no version " + edition.version() + "."));
    }
}
