package dev.tieout.exports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Form;
import dev.tieout.exports.PublishedOctober;
import dev.tieout.exports.ShareLinks;
import dev.tieout.organisation.CurrentActor;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** When a token opens something, whom it opens it to, and what is kept of it. */
@DatabaseTest
@Import(PublishedOctober.class)
class SharedReportsTest {

    @Autowired
    PublishedOctober october;

    @Autowired
    Given given;

    @Autowired
    ShareLinks links;

    @Autowired
    ShareLinkRows rows;

    @Autowired
    BoardReports reports;

    @Autowired
    Exports exports;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private SharedReports in(Duration time) {
        var later = Clock.offset(Clock.systemUTC(), time);
        return new SharedReports(rows, reports, exports, currentActor, transactions, later);
    }

    @Test
    void a_link_opens_until_its_last_day_is_over() {
        var close = october.settled();
        var made = close.organisation().as("controller", () -> links.make(close.id(), null, 3, "Auditor"));
        assertThat(in(Duration.ofDays(2)).open(made.token())).hasValueSatisfying(shared -> {
            assertThat(shared.organisation())
                    .isEqualTo("Organisation " + close.organisation().id());
            assertThat(shared.superseded()).isFalse();
        });
        assertThat(in(Duration.ofDays(3)).open(made.token())).isEmpty();
        assertThat(in(Duration.ofDays(3)).file(made.token(), Form.CSV)).isEmpty();
        assertThat(close.organisation().as("manager", () -> links.of(close.id())))
                .singleElement()
                .satisfies(link -> assertThat(link.uses()).isEqualTo(1));
    }

    @Test
    void it_leads_into_its_own_organisation_whoever_asks() {
        var close = october.settled();
        var made = close.organisation().as("controller", () -> links.make(close.id(), 1, 3, "Auditor"));
        var stranger = given.organisation();
        assertThat(stranger.as("controller", () -> in(Duration.ZERO).open(made.token())))
                .hasValueSatisfying(shared -> assertThat(shared.organisation())
                        .isEqualTo("Organisation " + close.organisation().id()));
        assertThat(stranger.as("controller", () -> rows.one(made.link().id()))).isEmpty();
    }

    @Test
    void only_the_hash_of_a_token_is_kept() {
        var close = october.settled();
        var made = close.organisation().as("controller", () -> links.make(close.id(), 1, 3, "Auditor"));
        var kept = close.value(
                "select token_sha256 from share_link where :close > 0 and id = "
                        + made.link().id(),
                String.class);
        assertThat(kept).isEqualTo(new Token(made.token()).sha256()).isNotEqualTo(made.token());
        assertThat(made.token()).hasSize(43);
    }

    @Test
    void nobody_lists_links_without_an_organisation() {
        assertThat(jdbc.sql("select count(*) from share_link").query(Long.class).single())
                .isZero();
    }
}
