package dev.tieout.findings.rest;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Unit;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding as the API shows it: ratios with six decimals, money in major units of {@code currency}. */
record FindingAnswer(
        String kind, String title, String sentence, String currency, List<Compared> figures, List<Account> accounts) {

    static FindingAnswer of(Finding finding) {
        var currency = finding.currency();
        return new FindingAnswer(
                finding.kind().slug(),
                finding.kind().title(),
                finding.sentence(),
                currency,
                finding.figures().stream()
                        .map(figure -> Compared.of(figure, currency))
                        .toList(),
                finding.accounts().stream()
                        .map(share -> Account.of(share, currency))
                        .toList());
    }

    record Compared(String name, String unit, @Nullable String before, String now) {

        static Compared of(Figure figure, String currency) {
            var before = figure.before();
            return new Compared(
                    figure.name(),
                    figure.unit().name().toLowerCase(Locale.ROOT),
                    before == null ? null : text(figure.unit(), before, currency),
                    text(figure.unit(), figure.now(), currency));
        }

        private static String text(Unit unit, BigDecimal value, String currency) {
            return unit == Unit.RATIO ? value.toPlainString() : new Money(value, currency).text();
        }
    }

    record Account(String account, String name, String amount) {

        static Account of(Share share, String currency) {
            return new Account(share.account(), share.name(), new Money(share.amount(), currency).text());
        }
    }
}
