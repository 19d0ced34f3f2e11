package dev.tieout.corrections.ui;

import dev.tieout.closing.Close;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.movements.Movements.Sort;
import dev.tieout.movements.SourceRow;
import dev.tieout.terms.AccountStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the form offers to choose from: the accounts and lines of the close. */
final class BookLines {

    private final Movements movements;
    private final Close close;
    private final boolean byLine;

    BookLines(Movements movements, Close close, boolean byLine) {
        this.movements = movements;
        this.close = close;
        this.byLine = byLine;
    }

    /** A line as it stands. */
    record Line(String subscription, String product, String mrr, String currency, AccountStatus status, String words) {}

    boolean byLine() {
        return byLine;
    }

    /** Ids of accounts whose id or name holds the text. */
    Stream<String> accounts(String part, int offset, int limit) {
        var filter = new MovementFilter(Set.of(), null, part.isBlank() ? null : part, null, null);
        return movements.find(close.key(), filter, Sort.byAccount(), offset, limit).stream()
                .map(Movement::account)
                .distinct();
    }

    List<Line> billed(@Nullable String account) {
        return rows(account, SourceRow.Side.CLOSING);
    }

    List<Line> opened(@Nullable String account) {
        return rows(account, SourceRow.Side.OPENING);
    }

    /** Names of the account's movements at line grain. */
    List<String> names(@Nullable String account) {
        return of(account).stream().map(Movement::line).toList();
    }

    private List<Line> rows(@Nullable String account, SourceRow.Side side) {
        return of(account).stream()
                .flatMap(movement -> movements.sourceRows(close.key(), movement.account(), movement.line()).stream())
                .filter(row -> row.side() == side)
                .map(row -> new Line(
                        row.subscription(),
                        row.product(),
                        row.mrr().stripTrailingZeros().toPlainString(),
                        row.currency(),
                        AccountStatus.valueOf(row.status()),
                        row.subscription() + "/" + row.product() + ": "
                                + row.mrr().stripTrailingZeros().toPlainString() + " " + row.currency()))
                .toList();
    }

    private List<Movement> of(@Nullable String account) {
        if (account == null || account.isBlank()) {
            return List.of();
        }
        try {
            return movements.ofAccount(close.key(), account);
        } catch (NoSuchMovement newAccount) {
            return List.of();
        }
    }
}
