package dev.tieout.lineage.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.lineage.Figure;
import dev.tieout.lineage.FigurePart;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Page;
import dev.tieout.terms.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure and one page of the movements behind it, in MRR of the reporting currency.
 *
 * @param reported null while nothing has been computed
 * @param total what all movements behind it come to
 */
record FigureAnswer(
        String line,
        String slice,
        String value,
        String currency,
        @Nullable String reported,
        String total,
        boolean agrees,
        long movements,
        List<Part> items,
        @Nullable String next) {

    static FigureAnswer of(Figure figure, Page<FigurePart> page) {
        var currency = figure.currency();
        var reported = figure.reported();
        return new FigureAnswer(
                figure.cell().line().slug(),
                figure.cell().dimension(),
                figure.cell().slice(),
                currency,
                reported == null ? null : new Money(reported, currency).text(),
                new Money(figure.total(), currency).text(),
                figure.agrees(),
                figure.movements(),
                page.items().stream().map(part -> Part.of(part, currency)).toList(),
                page.next());
    }

    /** A movement and its part of the figure. */
    record Part(
            String account,
            String name,
            String line,
            @JsonProperty("class") MovementClass movementClass,
            @Nullable Reason reason,
            String opening,
            String closing,
            String amount) {

        static Part of(FigurePart part, String currency) {
            return new Part(
                    part.account(),
                    part.accountName(),
                    part.line(),
                    part.movementClass(),
                    part.reason(),
                    new Money(part.opening(), currency).text(),
                    new Money(part.closing(), currency).text(),
                    new Money(part.amount(), currency).text());
        }
    }
}
