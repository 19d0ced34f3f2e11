package dev.tieout.demo.internal;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Organisations.Organisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;

class DemoStageTest {

    private static final int MILLIS = 60_000;

    private final Organisations organisations = mock();
    private final DemoScript script = mock();
    private final PlatformTransactionManager transactions = mock();
    private final DemoPeople people = mock();
    private final CurrentActor currentActor = mock();

    @Test
    void the_demo_goes_on_when_the_database_is_back() {
        given(organisations.all()).willReturn(List.of(new Organisation(DemoPeople.ACME, "Acme Cloud")));
        willThrow(new DataAccessResourceFailureException("restarting"))
                .willDoNothing()
                .given(script)
                .play();

        new DemoStage(organisations, people, script, currentActor, transactions).set(mock(ApplicationReadyEvent.class));

        verify(script, timeout(MILLIS).times(2)).play();
    }
}
