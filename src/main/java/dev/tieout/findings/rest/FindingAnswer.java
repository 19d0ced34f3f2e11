package dev.tieout.findings.rest;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.util.List;
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
            return switch (figure) {
                case Figure.Proportion(var name, var before, var now) ->
                    new Compared(name, "ratio", before == null ? null : text(before), text(now));
                case Figure.Amount(var name, var before, var now) ->
                    new Compared(
                            name,
                            "money",
                            before == null ? null : new Money(before, currency).text(),
                            new Money(now, currency).text());
            };
        }

        private static String text(Ratio ratio) {
            return ratio.decimal().toPlainString();
        }
    }

    record Account(String account, String name, String amount) {

        static Account of(Share share, String currency) {
            return new Account(share.account(), share.name(), new Money(share.amount(), currency).text());
        }
    }
}
