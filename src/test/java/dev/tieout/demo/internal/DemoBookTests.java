package dev.tieout.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoBookTests {

    @Test
    void the_same_book_comes_out_every_time() {
        assertThat(billingOfTheLastMonth()).isEqualTo(billingOfTheLastMonth());
    }

    @Test
    void no_account_stands_in_the_book_twice() {
        var book = played();

        assertThat(book.accounts()).extracting(DemoAccount::id).doesNotHaveDuplicates();
        assertThat(book.accounts()).extracting(DemoAccount::name).doesNotHaveDuplicates();
    }

    @Test
    void every_month_brings_new_customers_losses_and_returners() {
        var book = new DemoBook();
        for (var period : DemoBook.PERIODS) {
            var before = book.accounts();
            book.pass(period);

            var known = new HashSet<>(before.stream().map(DemoAccount::id).toList());
            assertThat(book.accounts())
                    .filteredOn(account -> !known.contains(account.id()))
                    .hasSize(6);
            assertThat(changes(before, book.accounts()))
                    .as("churned in %s", period)
                    .contains(-1);
            assertThat(changes(before, book.accounts()))
                    .as("returned in %s", period)
                    .contains(1);
        }
    }

    @Test
    void no_line_costs_less_than_nothing() {
        assertThat(played().accounts())
                .flatExtracting(DemoAccount::lines)
                .allSatisfy(line -> assertThat(line.mrr()).isGreaterThanOrEqualTo(BigDecimal.ZERO));
    }

    @Test
    void a_snapshot_names_its_period_on_every_row() {
        var rows = new String(DemoFiles.snapshot(Period.parse("2026-08"), played().accounts()), StandardCharsets.UTF_8)
                .lines()
                .skip(1);

        assertThat(rows).allMatch(row -> row.contains(",2026-08,"));
    }

    @Test
    void every_line_of_the_book_is_in_the_snapshot_and_one_stands_there_twice() {
        var accounts = played().accounts();
        long lines =
                accounts.stream().mapToLong(account -> account.lines().size()).sum();

        var file = new String(DemoFiles.snapshot(Period.parse("2026-10"), accounts), StandardCharsets.UTF_8);

        assertThat(file.lines()).hasSize(Math.toIntExact(lines) + 2);
    }

    private static List<Integer> changes(List<DemoAccount> before, List<DemoAccount> after) {
        return before.stream()
                .map(old -> {
                    var now = after.stream()
                            .filter(account -> account.id().equals(old.id()))
                            .findFirst()
                            .orElseThrow();
                    return Boolean.compare(now.active(), old.active());
                })
                .toList();
    }

    private static byte[] billingOfTheLastMonth() {
        return DemoFiles.snapshot(DemoBook.PERIODS.getLast(), played().accounts());
    }

    private static DemoBook played() {
        var book = new DemoBook();
        DemoBook.PERIODS.forEach(book::pass);
        return book;
    }
}
