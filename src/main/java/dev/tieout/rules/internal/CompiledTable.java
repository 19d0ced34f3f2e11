package dev.tieout.rules.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;

/** A decision table that Drools has compiled. Safe to use from several threads; each batch runs in a session of its own. */
final class CompiledTable {

    private final KieBase base;

    private CompiledTable(KieBase base) {
        this.base = base;
    }

    /** Compiles a checked table, which takes seconds. A failure is our own fault and no refusal: the table was checked. */
    static CompiledTable of(DecisionTable table) {
        KieServices kie = KieServices.get();
        ReleaseId release = release(kie, table);
        var files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        String folder = table.schema().packageName().replace('.', '/');
        files.write("src/main/resources/" + folder + "/" + table.schema().name() + ".drl.csv", table.spreadsheet());
        try {
            var built = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            requireClean(table, built.getResults());
            return new CompiledTable(kie.newKieContainer(release).newKieBase(kie.newKieBaseConfiguration()));
        } finally {
            // The repository is static and would keep every version ever compiled; the bounded cache is ours.
            kie.getRepository().removeKieModule(release);
        }
    }

    /**
     * A name of its own each time: in the repository, which is static, who finished first would else take the module of an equal
     * table away from who is still at it.
     */
    static ReleaseId release(KieServices kie, DecisionTable table) {
        return kie.newReleaseId("dev.tieout.rules", table.schema().name(), table.sha256() + "-" + UUID.randomUUID());
    }

    private static void requireClean(DecisionTable table, Results results) {
        List<Message> messages = results.getMessages(Message.Level.ERROR);
        if (!messages.isEmpty()) {
            throw new IllegalStateException(table.schema().name() + " does not compile: "
                    + messages.stream().map(Message::getText).collect(Collectors.joining("; ")));
        }
    }

    /** Runs every row over the batch, first row first. */
    void run(List<?> batch, Object hits) {
        var session = base.newKieSession();
        try {
            session.setGlobal("hits", hits);
            batch.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
