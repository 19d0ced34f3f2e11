package dev.tieout.workflow.internal;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * The real engine, database, tasks and closes, with figures that a test makes up: for the ways through the model, not for the numbers.
 * All such tests share one application.
 */
@SpringBootTest(properties = "tieout.engine.enabled=true")
@Import(Given.class)
abstract class OnTheEngine {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Tasks tasks;

    @MockitoBean
    Cohort cohort;

    @MockitoBean
    Sources sources;

    @MockitoBean
    Movements movements;

    @MockitoBean
    Metrics metrics;

    @MockitoBean
    Reconciliation reconciliation;

    @MockitoBean
    Publications publications;

    GivenOrganisation organisation;

    @BeforeEach
    void everything_goes_well() {
        organisation = given.organisation();
        given(sources.exceptions(anyLong())).willReturn(List.of());
        given(movements.shards(anyLong())).willReturn(3);
        unclassified(0);
        given(reconciliation.reconcile(anyLong())).willReturn(open(0));
        given(publications.gate(anyLong())).willReturn(new Gate("2026-10", 0, "USD", List.of(), open(0)));
    }

    DrivenClose open() {
        return DrivenClose.opened(organisation, "2026-10", closes, tasks);
    }

    void unclassified(long count) {
        given(movements.counts(anyLong())).willReturn(Map.of(MovementClass.UNCLASSIFIED, count));
    }

    static OpenVariance open(long count) {
        return new OpenVariance(count, BigDecimal.TEN, null, null, null, null);
    }
}
