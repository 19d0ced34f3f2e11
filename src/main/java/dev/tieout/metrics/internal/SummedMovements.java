package dev.tieout.metrics.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeRow;
import dev.tieout.metrics.BridgeSums;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SummedMovements implements BridgeSums {

    private final JdbcClient jdbc;

    SummedMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Bridge total(String movements) {
        return jdbc.sql(FigureSql.total(movements)).query(BridgeRow::bridge).single();
    }
}
