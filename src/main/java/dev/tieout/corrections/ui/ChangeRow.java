package dev.tieout.corrections.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.ChangesRefused.Fault;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import dev.tieout.web.ui.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** One change in the form: its kind, its account, and the fields of that kind. */
final class ChangeRow extends Div {

    private static final String ANOTHER_LINE = "Another line";

    private final Select<String> kind = new Select<>();
    private final ComboBox<String> account = new ComboBox<>("Account");
    private final Map<String, HasValue<?, ?>> fields = new LinkedHashMap<>();
    private final Div specific = new Div();
    private final BookLines lines;
    private Select<AccountStatus> status = new Select<>();

    ChangeRow(int number, boolean firstPeriod, BookLines lines, Consumer<ChangeRow> remove) {
        this.lines = lines;
        addClassName("form");
        setId("change-" + number);
        kind.setLabel("What to change");
        kind.addClassName("change-kind");
        kind.setItems(Changes.KINDS.stream()
                .filter(one -> firstPeriod || !one.equals("opening-line"))
                .toList());
        kind.setItemLabelGenerator(CorrectionWords::kind);
        kind.addValueChangeListener(event -> offer());
        account.addClassName("change-account");
        account.setItems(query -> lines.accounts(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        account.setAllowCustomValue(true);
        account.addCustomValueSetListener(
                event -> account.setValue(event.getDetail().strip()));
        account.addValueChangeListener(event -> offer());
        var away = new Button("Remove this change", click -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        specific.addClassName("change-fields");
        kind.setValue("billed-line");
        var head = new Div(kind, account, away);
        head.addClassName("change-fields");
        add(head, specific);
    }

    /** Shows a fault at its field; false when it is of no single field that is on show. */
    boolean mark(Fault fault) {
        var field = "account".equals(fault.value()) ? account : fields.get(fault.value());
        if (field instanceof HasValidationProperties faulty) {
            faulty.setErrorMessage(StringUtils.capitalize(fault.what()) + ".");
            faulty.setInvalid(true);
            return true;
        }
        return false;
    }

    void unmark() {
        account.setInvalid(false);
        fields.values().stream()
                .filter(HasValidationProperties.class::isInstance)
                .map(HasValidationProperties.class::cast)
                .forEach(field -> field.setInvalid(false));
    }

    /** The change as it would be written. */
    Map<String, String> written() {
        var written = new LinkedHashMap<String, String>();
        written.put("kind", kind.getValue() == null ? "" : kind.getValue());
        put(written, "account", account.getValue());
        fields.forEach((name, field) -> put(written, name, field.getValue()));
        return written;
    }

    private static void put(Map<String, String> written, String name, @Nullable Object value) {
        var text = value instanceof Enum<?> constant
                ? constant.name()
                : value == null ? "" : String.valueOf(value).strip();
        if (!text.isEmpty()) {
            written.put(name, text);
        }
    }

    private void offer() {
        specific.removeAll();
        fields.clear();
        switch (kind.getValue() == null ? "" : kind.getValue()) {
            case "billed-line" -> offerLine(lines.billed(account.getValue()));
            case "opening-line" -> offerLine(lines.opened(account.getValue()));
            case "override" -> offerOverride();
            case "exclude", "include" -> field("reason", new TextField("Reason"));
            case "ledger-posting" -> offerPosting();
            default -> {}
        }
    }

    private void offerLine(List<BookLines.Line> known) {
        if (!known.isEmpty()) {
            var which = new Select<BookLines.Line>();
            which.setLabel("Line of the account");
            which.addClassName("change-line");
            which.setWidth("26em");
            which.setItems(known);
            // The empty choice comes as null.
            which.setItemLabelGenerator(line -> line == null ? ANOTHER_LINE : line.words());
            which.setEmptySelectionAllowed(true);
            which.setEmptySelectionCaption(ANOTHER_LINE);
            which.addValueChangeListener(event -> fill(event.getValue()));
            specific.add(which);
            offerLineFields();
            which.setValue(known.getFirst());
        } else {
            offerLineFields();
        }
    }

    private void offerLineFields() {
        field("subscription", new TextField("Subscription"));
        field("product", new TextField("Product"));
        field("mrr", new TextField("MRR, as it should be"));
        field("currency", new TextField("Currency"));
        status = words("status", "Status", AccountStatus.class, AccountStatus.ABSENT);
        status.setValue(AccountStatus.ACTIVE);
        field("quantity", new TextField("Quantity, if another"));
        field("discount", new TextField("Discount a month, if another"));
    }

    private void fill(BookLines.@Nullable Line line) {
        if (line != null) {
            set("subscription", line.subscription());
            set("product", line.product());
            set("mrr", line.mrr());
            set("currency", line.currency());
            status.setValue(line.status());
        }
    }

    private void set(String name, String text) {
        if (fields.get(name) instanceof TextField field) {
            field.setValue(text);
        }
    }

    private void offerOverride() {
        if (lines.byLine()) {
            var line = new Select<String>();
            line.setLabel("Line");
            line.setItems(lines.names(account.getValue()));
            field("line", line);
        }
        words("class", "Class", MovementClass.class, MovementClass.UNCLASSIFIED);
        words("reason", "Reason", Reason.class, null);
    }

    private void offerPosting() {
        field("entryId", new TextField("Entry id"));
        field("postedOn", new TextField("Posted on", "2026-10-31"));
        field("amount", new TextField("Amount, negative for a credit"));
        field("currency", new TextField("Currency"));
        field("glAccount", new TextField("GL account"));
    }

    private <E extends Enum<E>> Select<E> words(String name, String label, Class<E> words, @Nullable E without) {
        var select = new Select<E>();
        select.setLabel(label);
        select.setItems(Arrays.stream(words.getEnumConstants())
                .filter(word -> word != without)
                .toList());
        select.setItemLabelGenerator(Words::of);
        field(name, select);
        return select;
    }

    private <F extends Component & HasValue<?, ?>> void field(String name, F field) {
        field.addClassName("change-" + name);
        fields.put(name, field);
        specific.add(field);
    }
}
