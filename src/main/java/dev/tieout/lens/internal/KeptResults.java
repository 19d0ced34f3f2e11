package dev.tieout.lens.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.lens.LensResult;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Results that were worked out before. */
@Component
class KeptResults {

    /** To be raised with every change of what comes out of the same pack and version; what was kept before is then left. */
    private static final int CALCULATION = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    KeptResults(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<LensResult> find(Pack pack, PublishedPeriod period) {
        return jdbc.sql(LensSql.KEPT)
                .param("publication", period.publication())
                .param("pack", pack.about().id())
                .param("basis", basis(pack, period))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, LensResult.class));
    }

    @Transactional
    public void keep(Pack pack, PublishedPeriod period, LensResult result) {
        jdbc.sql(LensSql.KEEP)
                .param("publication", period.publication())
                .param("pack", pack.about().id())
                .param("basis", basis(pack, period))
                .param("result", json.writeValueAsString(result))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What a result rests on beside the version itself. */
    static String basis(Pack pack, PublishedPeriod period) {
        return CALCULATION + "/" + pack.sha256() + "/" + period.previous();
    }
}
