package dev.tieout.movements.internal;

import dev.tieout.movements.ClassTotals;
import dev.tieout.terms.MovementClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class SummedClasses implements ClassTotals {

    /** Counts and sums by class in force, without excluded movements. */
    private static final String SUM = """
            select class, count(*) as movements, sum(opening) as opening, sum(closing) as closing, sum(fx) as fx
            from movement
            where close_id = ? and excluded_by is null
            group by class
            """;

    private final JdbcClient jdbc;

    SummedClasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Total> of(long closeId) {
        return jdbc.sql(SUM).param(closeId).query(SummedClasses::total).list().stream()
                .sorted(Comparator.comparing(Total::movementClass))
                .toList();
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(
                MovementClass.valueOf(row.getString("class")),
                row.getLong("movements"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("fx"));
    }
}
