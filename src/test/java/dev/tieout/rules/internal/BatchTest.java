package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Movement.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facts go through a table in batches. */
class BatchTest {

    private static final DecisionTable TABLE = CanonicalTables.decisionTable(Schemas.MOVEMENT);

    private static final Decisions DECISIONS = new Decisions();

    @Test
    void decisions_come_in_the_batchs_order_with_its_ids_table_version_and_row() {
        var batch = List.of(
                account(10, 20).id(7).fact(),
                account(0, 5).id(3).fact(),
                account(10, 0).id(99).status(AccountStatus.CANCELLED).fact());

        var decided = DECISIONS.classify(TABLE, 4, batch);

        assertThat(decided).extracting(MovementDecision::factId).containsExactly(7L, 3L, 99L);
        assertThat(decided)
                .extracting(MovementDecision::movementClass)
                .containsExactly(MovementClass.EXPANSION, MovementClass.NEW, MovementClass.CHURN);
        assertThat(decided).extracting(MovementDecision::row).containsExactly(30, 6, 15);
        assertThat(decided).allSatisfy(decision -> {
            assertThat(decision.table()).isEqualTo(RuleTables.MOVEMENT_CLASSIFICATION);
            assertThat(decision.version()).isEqualTo(4);
        });
    }

    @Test
    void the_same_facts_are_always_decided_alike_in_any_order_and_company() {
        var facts = mixed(RuleTables.BATCH_LIMIT, 42);
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(7));

        var once = DECISIONS.classify(TABLE, 1, facts);
        var again = DECISIONS.classify(TABLE, 1, shuffled);

        assertThat(again).containsExactlyInAnyOrderElementsOf(once);
        assertThat(DECISIONS.classify(TABLE, 1, facts.subList(0, 1))).containsExactly(once.getFirst());
    }

    @Test
    void several_shards_run_at_once_on_one_compiled_table() throws Exception {
        var shards =
                IntStream.range(0, 4).mapToObj(shard -> mixed(1_000, shard)).toList();
        var alone = shards.stream()
                .map(shard -> DECISIONS.classify(TABLE, 1, shard))
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var together = threads.invokeAll(shards.stream()
                    .map(shard -> (Callable<List<MovementDecision>>) () -> DECISIONS.classify(TABLE, 1, shard))
                    .toList());
            for (int i = 0; i < shards.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void an_empty_batch_has_no_decisions() {
        assertThat(DECISIONS.classify(TABLE, 1, List.of())).isEmpty();
    }

    @Test
    void two_facts_of_one_id_are_a_mistake() {
        var twice = List.of(account(1, 2).fact(), account(2, 1).fact());
        assertThatIllegalArgumentException().isThrownBy(() -> DECISIONS.classify(TABLE, 1, twice));
    }

    @Test
    void a_batch_above_the_limit_is_a_mistake() {
        var many = mixed(RuleTables.BATCH_LIMIT + 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> DECISIONS.classify(TABLE, 1, many));
    }

    static List<MovementFact> mixed(int size, int seed) {
        var random = new Random(seed);
        var statuses = List.of(AccountStatus.values());
        return IntStream.range(0, size)
                .mapToObj(id -> {
                    long closing = random.nextInt(3) * 10L;
                    var status = statuses.get(random.nextInt(closing == 0 ? statuses.size() : statuses.size() - 1));
                    return account(random.nextInt(3) * 10L, closing)
                            .id(id)
                            .status(status)
                            .products(random.nextInt(2), random.nextInt(2))
                            .quantity(random.nextInt(3) - 1)
                            .discount(random.nextInt(3) - 1)
                            .fact();
                })
                .toList();
    }
}
