package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.closing.Closes;
import dev.tieout.terms.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class GivenTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Test
    void organisations_of_two_tests_do_not_meet() {
        var ours = given.organisation();
        var theirs = given.organisation();
        ours.as("analyst", () -> closes.open(Period.parse("2026-10")));
        assertThat(ours.as("manager", closes::all)).hasSize(1);
        assertThat(theirs.as("manager", closes::all)).isEmpty();
    }
}
