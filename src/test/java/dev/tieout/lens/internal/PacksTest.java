package dev.tieout.lens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs decide their golden cases as their products document them, and leave no movement out. */
class PacksTest {

    static List<String> ids() {
        return Packs.IDS;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_pack_decides_its_golden_cases(String id) throws IOException {
        var cases = cases(id);
        var decisions = table(id).classify(facts(cases));

        assertThat(cases).hasSizeGreaterThan(8);
        for (int i = 0; i < cases.size(); i++) {
            var line = cases.get(i);
            assertThat(decisions.get(i).movementClass())
                    .as(line.getField("case"))
                    .isEqualTo(MovementClass.valueOf(line.getField("class")));
            assertThat(decisions.get(i).reason())
                    .as(line.getField("case"))
                    .isEqualTo(Reason.valueOf(line.getField("reason")));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_definition_has_a_documented_source_and_every_pack_says_what_it_does_not_follow(String id) {
        var about = Packs.read(id).about();

        assertThat(about.definitions()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.says()).endsWith(".");
            assertThat(one.source()).startsWith("https://");
        });
        assertThat(about.notFollowed()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
    }

    /** Every combination of amounts, status, past and presence that an account or a line can have. */
    @ParameterizedTest
    @MethodSource("ids")
    void no_movement_is_left_without_a_class_that_its_amounts_bear(String id) {
        var grain = Packs.read(id).applied(Choices.standard(), true).grain();
        var facts = everything(grain);
        var decisions = table(id).classify(facts);

        for (int i = 0; i < facts.size(); i++) {
            assertThat(decisions.get(i)).as(facts.get(i).toString()).matches(new Fitting(facts.get(i), grain)::bears);
        }
    }

    @Test
    void a_pack_changes_the_choices_that_it_makes_and_no_others() {
        var stripe = Packs.read("stripe");

        var choices = stripe.applied(Choices.standard(), true);
        assertThat(choices.fx()).isEqualTo(Fx.AS_REPORTED);
        assertThat(choices.materiality())
                .isEqualByComparingTo(Choices.standard().materiality());
        assertThat(stripe.applied(Choices.standard(), false).fx()).isEqualTo(Fx.CONSTANT);
        assertThat(Packs.read("maxio").applied(Choices.standard(), true))
                .returns(3, Choices::reactivationMonths)
                .returns(Pause.KEEP, Choices::pause)
                .returns(true, Choices::reactivationInNrr);
        assertThat(Packs.read("chargebee").applied(Choices.standard(), true).grain())
                .isEqualTo(Grain.LINE);
    }

    private static DecisionTables table(String id) {
        return DecisionTables.read(Map.of(
                new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1),
                Packs.read(id).table()));
    }

    private static List<NamedCsvRecord> cases(String id) throws IOException {
        String text = Files.readString(Path.of("src/main/resources/lenses", id + ".cases.csv"), StandardCharsets.UTF_8);
        try (var lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            return lines.stream().toList();
        }
    }

    private static List<MovementFact> facts(List<NamedCsvRecord> cases) {
        var facts = new ArrayList<MovementFact>();
        for (var line : cases) {
            facts.add(new MovementFact(
                    facts.size(),
                    Grain.valueOf(line.getField("grain")),
                    units(line.getField("opening")),
                    units(line.getField("closing")),
                    line.getField("ever active").equals("yes"),
                    line.getField("within window").equals("yes"),
                    AccountStatus.valueOf(line.getField("status")),
                    line.getField("account was active").equals("yes"),
                    line.getField("account stays").equals("yes"),
                    number(line, "lines added"),
                    number(line, "lines lost"),
                    number(line, "products added"),
                    number(line, "products lost"),
                    number(line, "quantity change"),
                    number(line, "discount change"),
                    Pause.valueOf(line.getField("pause policy")),
                    FullDiscount.valueOf(line.getField("full discount policy"))));
        }
        return facts;
    }

    private static int number(NamedCsvRecord line, String field) {
        return Integer.parseInt(line.getField(field));
    }

    private static long units(String amount) {
        return new BigDecimal(amount).movePointRight(4).longValueExact();
    }

    private static List<MovementFact> everything(Grain grain) {
        var facts = new ArrayList<MovementFact>();
        for (var status : AccountStatus.values()) {
            for (long[] amounts : new long[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 1}}) {
                for (boolean before : new boolean[] {true, false}) {
                    for (int sign = -1; sign <= 1; sign++) {
                        for (var pause : Pause.values()) {
                            add(facts, grain, amounts, status, before, sign, pause);
                        }
                    }
                }
            }
        }
        return facts;
    }

    private static void add(
            List<MovementFact> facts,
            Grain grain,
            long[] amounts,
            AccountStatus status,
            boolean before,
            int sign,
            Pause pause) {
        if (status == AccountStatus.ABSENT && amounts[1] > 0) {
            return;
        }
        boolean active = amounts[0] > 0 || (grain == Grain.LINE && before);
        facts.add(new MovementFact(
                facts.size(),
                grain,
                amounts[0],
                amounts[1],
                active || before,
                active || sign > 0,
                status,
                active,
                amounts[1] > 0,
                amounts[1] > 0 && sign > 0 ? 1 : 0,
                amounts[0] > 0 && sign < 0 ? 1 : 0,
                0,
                0,
                sign,
                -sign,
                pause,
                FullDiscount.CHURN));
    }

    /** Whether a class says what the amounts say, as the database checks it. */
    private record Fitting(MovementFact fact, Grain grain) {

        boolean bears(MovementDecision decision) {
            long opening = fact.opening();
            long closing = fact.closing();
            return switch (decision.movementClass()) {
                case NEW, REACTIVATION -> opening == 0 && closing > 0;
                case EXPANSION -> closing > opening && (opening > 0 || grain == Grain.LINE);
                case CONTRACTION -> closing < opening;
                case CHURN -> opening > 0 && closing == 0;
                case RENEWAL -> opening == closing;
                case UNCLASSIFIED -> false;
            };
        }
    }
}
