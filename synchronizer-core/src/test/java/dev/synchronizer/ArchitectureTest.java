package dev.synchronizer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The table of packages, as sentences that are executed. */
@AnalyzeClasses(packages = "dev.synchronizer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.synchronizer";

    /** From the ground up; a room imports from the rows above its own. Rooms to come are here already. */
    private static final List<List<String>> TABLE = List.of(
            List.of("annotation", "problem", "json"),
            List.of("archive", "model", "exchange"),
            List.of("value"),
            List.of("scan", "validate", "diff"),
            List.of("plan"),
            List.of("undo"),
            List.of("store"),
            List.of("seal"),
            List.of("bean", "lookup", "usage", "conversion", "task"),
            List.of("catalog"),
            List.of("rule"),
            List.of("saving"),
            List.of("settings", "content"),
            List.of("transfer", "migration", "reapplication"),
            List.of("commit", "schedule"),
            List.of("staging", "integration", "doctor"),
            List.of("persistence"),
            List.of(""));

    @ArchTest
    static final ArchRule everyClassIsInARoomOfTheTable = classes()
            .should()
            .resideInAnyPackage(TABLE.stream()
                    .flatMap(List::stream)
                    .map(ArchitectureTest::packagesOf)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule aRoomImportsOnlyFromTheRowsAboveItsOwn = everyRoom();

    @ArchTest
    static final ArchRule noRoomsFormACircle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheRootImportsPersistence = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, packagesOf("persistence"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(packagesOf("persistence"));

    @ArchTest
    static final ArchRule annotationsDependOnNothing = noClasses()
            .that()
            .resideInAPackage(packagesOf("annotation"))
            .should()
            .dependOnClassesThat(resideOutsideOfPackage(packagesOf("annotation"))
                    .and(resideOutsideOfPackage("java.."))
                    .and(resideOutsideOfPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule onlyScanReadsClassFiles = only("scan", "org.objectweb.asm..", "io.github.classgraph..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheLanguageOfConditions =
            only("rule.cel", "dev.cel..", "com.google..", "org.antlr..");

    @ArchTest
    static final ArchRule rulesWorkWithoutTheLanguageOfConditions = noClasses()
            .that()
            .resideOutsideOfPackage(packagesOf("rule.cel"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(packagesOf("rule.cel"));

    @ArchTest
    static final ArchRule onlyOnePackageKnowsWhatKeepsSchedules = only("schedule", "com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule onlyJsonUsesJackson = only("json", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyPersistenceKnowsTheDatabase = only(
            "persistence", "java.sql..", "org.hibernate..", "jakarta.persistence..", "liquibase..", "org.postgresql..");

    @ArchTest
    static final ArchRule onlyTheRootPersistenceAndSchedulesTakeADataSource = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, packagesOf("persistence"), packagesOf("schedule"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.sql..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule standardStreamsBelongToTheCommandLine = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule theOnlyLoggerIsSlf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.logging\\.(?!Level$).*")
            .because("Liquibase's own log interface speaks of java.util.logging.Level, and of nothing else there");

    @ArchTest
    static final ArchRule staticFieldsNeverChange =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule modelClassesAreNeverLoaded = noClasses()
            .that()
            .resideInAnyPackage(packagesOf("archive"), packagesOf("scan"))
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class);

    private static ArchRule everyRoom() {
        List<ArchRule> rules = new ArrayList<>();
        for (int row = 0; row < TABLE.size(); row++) {
            for (String room : TABLE.get(row)) {
                rules.add(noClasses()
                        .that()
                        .resideInAPackage(packagesOf(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(closedTo(room, row))
                        .allowEmptyShould(true));
            }
        }
        return CompositeArchRule.of(rules).as("a room imports only from the rows above its own");
    }

    private static String[] closedTo(String room, int row) {
        List<String> closed = new ArrayList<>();
        TABLE.subList(row, TABLE.size()).forEach(closed::addAll);
        closed.remove(room);
        return closed.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new);
    }

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static String packagesOf(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room + "..";
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        item, marked, item.getPackageName() + " of " + item.getSimpleName() + " is not @NullMarked"));
            }
        };
    }
}
