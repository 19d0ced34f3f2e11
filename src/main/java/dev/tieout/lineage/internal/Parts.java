package dev.tieout.lineage.internal;

import dev.tieout.lineage.FigureCell;
import dev.tieout.lineage.FigurePart;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the movements behind figures. */
@Component
class Parts {

    private final JdbcClient jdbc;

    Parts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many movements, and what they come to. */
    record Sum(long movements, BigDecimal total) {}

    Sum sum(Book book, FigureCell cell) {
        return jdbc.sql(PartSql.sum(book.published(), cell.line()))
                .param("edition", book.key())
                .param("dimension", cell.dimension())
                .param("slice", cell.slice())
                .query(Sum.class)
                .single();
    }

    List<FigurePart> list(Book book, FigureCell cell, long offset, int limit) {
        return jdbc.sql(PartSql.list(book.published(), cell.line()))
                .param("edition", book.key())
                .param("dimension", cell.dimension())
                .param("slice", cell.slice())
                .param("offset", offset)
                .param("limit", limit)
                .query(Parts::part)
                .list();
    }

    List<FigurePart> ofAccount(Book book, String account) {
        return jdbc.sql(PartSql.ofAccount(book.published()))
                .param("edition", book.key())
                .param("account", account)
                .query(Parts::part)
                .list();
    }

    private static FigurePart part(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new FigurePart(
                row.getString("account"),
                row.getString("account_name"),
                row.getString("line"),
                MovementClass.valueOf(row.getString("class")),
                reason == null ? null : Reason.valueOf(reason),
                row.getBigDecimal("opening"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("amount"));
    }
}
