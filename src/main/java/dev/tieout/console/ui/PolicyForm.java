package dev.tieout.console.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Metered;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.policy.MetricPolicy.TimestampRule;
import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import dev.tieout.web.ui.StepForm;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form that proposes a version of the policy; it begins with the choices in force. What cannot be is refused by the policy itself. */
final class PolicyForm extends Div {

    private final Choices begun;
    private final Select<Grain> grain = choice("grain", "Movements", Grain.values(), Words::of);
    private final Select<PeriodLength> length = choice("period-length", "Periods", PeriodLength.values(), Words::of);
    private final TextField zone = new TextField("Time zone");
    private final Select<TimestampRule> rule =
            choice("timestamp-rule", "Timestamp rule", TimestampRule.values(), PolicyWords::rule);
    private final IntegerField cutoff = number("cutoff-hours", "Cutoff", "hours after the period's end");
    private final TextField currency = new TextField("Reporting currency");
    private final Select<Fx> fx = choice("fx", "Exchange rates", Fx.values(), Words::of);
    private final IntegerField reactivation =
            number("reactivation-months", "Reactivation within", "months; empty: however long ago");
    private final Checkbox inNrr = new Checkbox("Reactivation counts in NRR");
    private final Select<Pause> pause = choice("pause", "A paused line is", Pause.values(), Words::of);
    private final Select<FullDiscount> discount =
            choice("full-discount", "A discount of 100 % is", FullDiscount.values(), Words::of);
    private final Select<Discounts> discounts =
            choice("discounts", "Revenue counts", Discounts.values(), PolicyWords::discounts);
    private final Select<Metered> metered = choice("metered", "Metered lines", Metered.values(), PolicyWords::metered);
    private final IntegerField grace = number("grace-days", "Grace of late renewals", "days after the term's end");
    private final BigDecimalField absent =
            amount("absent-tolerance", "Opening lines missing", "fraction that is tolerated");
    private final BigDecimalField tolerance = amount("tolerance", "Tolerance per account", "in the reporting currency");
    private final BigDecimalField relative =
            amount("tolerance-relative", "Relative tolerance", "fraction of the largest leg");
    private final BigDecimalField total = amount("tolerance-total", "Tolerance in total", "in the reporting currency");
    private final BigDecimalField materiality = amount("materiality", "Review from", "in the reporting currency");
    private final IntegerField varianceDays = number("variance-days", "Variances are due after", "days");
    private final IntegerField taskDays = number("task-days", "Tasks are due after", "days");
    private final TextField from = new TextField("Applies from the period");
    private final TextArea comment = StepForm.comment("policy-comment", "Why");

    PolicyForm(Choices begun, @Nullable Period next, Runnable propose, Runnable cancel) {
        this.begun = begun;
        zone.setId("time-zone");
        currency.setId("currency");
        inNrr.setId("reactivation-in-nrr");
        from.setId("effective-from");
        from.setHelperText("A period that has not been opened; empty for every later one.");
        fill();
        from.setValue(next == null ? "" : next.toString());
        add(new StepForm(
                "policy",
                "Propose a version",
                "Propose this version",
                propose,
                cancel,
                group(grain, length, zone, rule, cutoff),
                group(currency, fx, reactivation, inNrr, pause, discount, discounts, metered, grace),
                group(absent, tolerance, relative, total, materiality, varianceDays, taskDays),
                group(from),
                comment));
    }

    private void fill() {
        grain.setValue(begun.grain());
        length.setValue(begun.periodLength());
        zone.setValue(begun.timeZone());
        rule.setValue(begun.timestampRule());
        set(cutoff, begun.cutoffHours());
        currency.setValue(begun.reportingCurrency());
        fx.setValue(begun.fx());
        set(reactivation, begun.reactivationMonths());
        inNrr.setValue(begun.reactivationInNrr());
        pause.setValue(begun.pause());
        discount.setValue(begun.fullDiscount());
        discounts.setValue(begun.countedDiscounts());
        metered.setValue(begun.countedMetered());
        grace.setValue(begun.lateRenewalGraceDays());
        absent.setValue(plain(begun.toleratedAbsence()));
        tolerance.setValue(plain(begun.toleranceAbsolute()));
        relative.setValue(plain(begun.toleranceRelative()));
        total.setValue(plain(begun.totalToleranceAbsolute()));
        materiality.setValue(plain(begun.materiality()));
        varianceDays.setValue(begun.varianceSlaDays());
        taskDays.setValue(begun.taskSlaDays());
    }

    /** Whether somebody may see what was chosen: a comment is there. */
    boolean isComplete() {
        return StepForm.said(comment, "Say why; another person decides by it.");
    }

    String comment() {
        return comment.getValue().strip();
    }

    /** Null for every period that follows. */
    @Nullable
    Period from() {
        var text = from.getValue().strip();
        return text.isEmpty() ? null : Period.parse(text);
    }

    /** What is left as it was stays unsaid where the version before did not say it. */
    Choices choices() {
        var hours = cutoff.getValue();
        var missing = absent.getValue();
        boolean sameMissing = missing != null && missing.compareTo(begun.toleratedAbsence()) == 0;
        return new Choices(
                grain.getValue(),
                length.getValue(),
                zone.getValue().strip(),
                rule.getValue(),
                currency.getValue().strip(),
                fx.getValue(),
                reactivation.getValue(),
                inNrr.getValue(),
                pause.getValue(),
                discount.getValue(),
                or(grace, begun.lateRenewalGraceDays()),
                tolerance.getValue(),
                relative.getValue(),
                total.getValue(),
                materiality.getValue(),
                or(varianceDays, begun.varianceSlaDays()),
                or(taskDays, begun.taskSlaDays()),
                hours == null || hours == 0 ? null : hours,
                sameMissing ? begun.absentTolerance() : missing,
                discounts.getValue() == begun.countedDiscounts() ? begun.discounts() : discounts.getValue(),
                metered.getValue() == begun.countedMetered() ? begun.metered() : metered.getValue());
    }

    /** {@code 10000.0000} as 10000, to read and to write on. */
    private static BigDecimal plain(BigDecimal amount) {
        var shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static int or(IntegerField field, int otherwise) {
        return Objects.requireNonNullElse(field.getValue(), otherwise);
    }

    private static <T> void set(AbstractField<?, T> field, @Nullable T value) {
        if (value != null) {
            field.setValue(value);
        }
    }

    private static Div group(Component... fields) {
        var group = new Div(fields);
        group.addClassName("fields");
        return group;
    }

    private static <T> Select<T> choice(String id, String label, T[] values, Function<T, String> words) {
        var select = new Select<T>();
        select.setId(id);
        select.setLabel(label);
        select.setWidth("15rem");
        select.setItems(values);
        select.setItemLabelGenerator(words::apply);
        return select;
    }

    private static IntegerField number(String id, String label, String unit) {
        var field = new IntegerField(label);
        field.setHelperText(unit);
        field.setId(id);
        return field;
    }

    private static BigDecimalField amount(String id, String label, String unit) {
        var field = new BigDecimalField(label);
        field.setHelperText(unit);
        field.setId(id);
        return field;
    }
}
