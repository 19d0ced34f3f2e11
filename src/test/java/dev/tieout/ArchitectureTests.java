package dev.tieout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;

/** Each foreign thing has one place, so that it can be exchanged there. */
@AnalyzeClasses(packages = "dev.tieout", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule drools_stays_inside_the_rules = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tieout.rules.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule camunda_stays_inside_the_workflow = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tieout.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..");

    @ArchTest
    static final ArchRule vaadin_stays_inside_views = noClasses()
            .that()
            .resideOutsideOfPackage("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..");

    @ArchTest
    static final ArchRule features_do_not_know_the_workflow_that_drives_them = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tieout.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tieout.workflow..");

    @ArchTest
    static final ArchRule the_shared_words_know_no_framework = classes()
            .that()
            .resideInAPackage("dev.tieout.terms..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "dev.tieout.terms..", "org.jspecify.annotations..", "org.springframework.modulith..");

    /** What a version reads like by other products' definitions is never published, signed or kept as a version of a table. */
    @ArchTest
    static final ArchRule the_definition_lens_publishes_nothing = noClasses()
            .that()
            .resideInAPackage("dev.tieout.lens..")
            .should()
            .callMethod(Publications.class, "publish", long.class, Publication.Status.class)
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("RuleDrafts");

    /** Who holds a pack has a JDK and one jar: no container of beans, no database, no engine. */
    @ArchTest
    static final ArchRule a_pack_is_verified_without_framework_and_database = classes()
            .that()
            .resideInAnyPackage(
                    "dev.tieout.verification..", "dev.tieout.evidence.format..", "dev.tieout.publication.report..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.lang..",
                    "java.math..",
                    "java.nio..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "dev.tieout..",
                    "de.siegmar.fastcsv..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..",
                    "org.apache.commons.compress..",
                    "org.jspecify.annotations..",
                    "org.springframework.modulith..");
}
