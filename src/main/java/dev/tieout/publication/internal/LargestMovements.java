package dev.tieout.publication.internal;

import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.LargestAccounts;
import dev.tieout.publication.Publication;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class LargestMovements implements LargestAccounts {

    /** The largest accounts of the lines asked for; a class is a line of the bridge by the same name. */
    private static final String LARGEST = """
            select m.account, coalesce(a.name, m.account) as name, m.amount
            from (select account, sum(
                      case when class in (:lines) then abs(closing - opening - fx) else 0 end
                      + case when 'OPENING' in (:lines) then opening else 0 end
                      + case when 'CLOSING' in (:lines) then closing else 0 end
                      + case when 'FX' in (:lines) then abs(fx) else 0 end) as amount
                  from publication_movement
                  where publication_id = :publication and excluded_by is null
                  group by account) m
            left join account a on a.account = m.account
            where m.amount > 0
            order by m.amount desc, m.account
            limit :limit
            """;

    private final JdbcClient jdbc;

    LargestMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Share> of(Publication publication, Set<BridgeLine> lines, int limit) {
        return jdbc.sql(LARGEST)
                .param("publication", publication.id())
                .param("lines", lines.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query((row, number) ->
                        new Share(row.getString("account"), row.getString("name"), row.getBigDecimal("amount")))
                .list();
    }
}
