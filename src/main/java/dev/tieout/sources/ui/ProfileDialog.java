package dev.tieout.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportProfiles.Described;
import dev.tieout.sources.ImportProfiles.Preview;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a profile from a file: shows its first rows, asks what each column means, saves the answer and takes the file in by it. */
final class ProfileDialog extends Dialog {

    private static final int ROWS = 5;
    private static final int COLUMNS = 12;

    private final ImportProfiles profiles;
    private final SourceKind kind;
    private final Intake intake;
    private final Div content = new Div();
    private @Nullable SampleFile sample;
    private BiConsumer<Described, @Nullable Receipt> saved = (profile, receipt) -> {};

    /** Takes the sample in by a profile. */
    interface Intake {
        Receipt take(String profile, SampleFile sample);
    }

    ProfileDialog(ImportProfiles profiles, SourceKind kind, Intake intake) {
        this.profiles = profiles;
        this.kind = kind;
        this.intake = intake;
        setHeaderTitle("New profile for " + Words.within(kind));
        setWidth("1000px");
        setMaxWidth("96vw");
        content.addClassName("stack");
        content.add(
                Panel.quiet(
                        "Choose a file as your system exports it. Only its first rows are looked at; nothing is imported yet."),
                new FileField<>("profile-sample", "Choose file", "Choose a file to look at", this::look)
                        .taken(this::show));
        add(content);
        getFooter().add(new Button("Close", click -> close()));
        addDetachListener(detached -> forget());
    }

    ProfileDialog saved(BiConsumer<Described, @Nullable Receipt> then) {
        this.saved = then;
        return this;
    }

    private Preview look(String name, java.io.InputStream body) {
        forget();
        var kept = SampleFile.of(name, body);
        sample = kept;
        return kept.read(stream -> profiles.preview(kind, stream));
    }

    private void show(Preview preview) {
        content.removeAll();
        var mapping = new MappingForm(kind, preview, profiles.meanings(kind), profiles.dateFormats());
        content.add(new Facts()
                .fact("File", preview.form())
                .fact(
                        "Header",
                        "line " + preview.headerLine() + ", "
                                + Words.counted(preview.header().size(), "column", "columns")));
        if (!preview.fitting().isEmpty()) {
            content.add(Panel.quiet(
                    "These profiles read this file already: " + String.join(", ", preview.fitting()) + "."));
        }
        content.add(firstRows(preview), mapping);
        var save = new Button("Save", click -> save(mapping, false));
        save.setId("profile-save");
        var both = new Button("Save and import", click -> save(mapping, true));
        both.setId("profile-save-import");
        both.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().removeAll();
        getFooter().add(new Button("Close", click -> close()), save, both);
    }

    private static Component firstRows(Preview preview) {
        var table = new DataTable<List<String>>("First rows of the file");
        IntStream.range(0, Math.min(preview.header().size(), COLUMNS))
                .forEach(i -> table.text(
                        MappingForm.named(preview.header().get(i), i), row -> i < row.size() ? row.get(i) : ""));
        return table.rows(preview.rows().stream().limit(ROWS).toList());
    }

    private void save(MappingForm mapping, boolean take) {
        boolean done = Notices.unlessRefused(() -> {
            var profile = profiles.save(mapping.draft());
            var file = sample;
            var receipt = take && file != null ? intake.take(profile.name(), file) : null;
            saved.accept(profile, receipt);
        });
        if (done) {
            close();
        }
    }

    private void forget() {
        if (sample != null) {
            sample.delete();
            sample = null;
        }
    }
}
