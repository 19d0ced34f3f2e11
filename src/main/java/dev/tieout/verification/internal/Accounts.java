package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several tables of a pack side by side, account by account: all are in the order of the account's bytes, so one is held at a time. */
final class Accounts implements AutoCloseable {

    private final Map<PackFile, Rows> tables = new EnumMap<>(PackFile.class);

    private Accounts() {}

    /** Opens the tables; one that the pack does not have is an empty one. */
    static Accounts of(Pack pack, PackFile... files) throws IOException {
        var accounts = new Accounts();
        try {
            for (var file : files) {
                if (pack.has(file.path())) {
                    accounts.tables.put(file, pack.rows(file));
                }
            }
            return accounts;
        } catch (IOException | RuntimeException damaged) {
            accounts.close();
            throw damaged;
        }
    }

    /** The account that comes first in any of the tables; null when all are read. */
    @Nullable
    String next() {
        return tables.values().stream()
                .map(Rows::account)
                .filter(Objects::nonNull)
                .min(ByteOrder.OF_TEXT)
                .orElse(null);
    }

    /** Takes its rows of one table. */
    List<Row> rows(PackFile file, String account) {
        var table = tables.get(file);
        return table == null ? List.of() : table.takeAll(account);
    }

    /** Its rows of a table of which nothing is held: each is handed over and forgotten. */
    void each(PackFile file, String account, Consumer<Row> reader) {
        var table = tables.get(file);
        while (table != null && account.equals(table.account())) {
            reader.accept(Objects.requireNonNull(table.take()));
        }
    }

    @Override
    public void close() throws IOException {
        var failures = new ArrayList<IOException>();
        for (var table : tables.values()) {
            try {
                table.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
