package dev.synchronizer.scan;

import static dev.synchronizer.fixtures.Steps.step;
import static dev.synchronizer.scan.Scans.clean;
import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.problemsOf;
import static dev.synchronizer.scan.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.migration.MigrationStep;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F2: migration steps are found by the same scan as the types, and none of them is loaded. */
class MigrationStepsTest {
    private static final String ARTICLE = """
            package com.acme;
            @dev.synchronizer.annotation.ContentType
            public class Article {
                public String getTitle() { return ""; }
                public void setTitle(String title) { }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aStepIsFoundWithAllThatItsAnnotationSays() {
        StepModel step = steps(step(
                        "SplitName",
                        "name = \"split-name\", version = \"1.2\", order = 3, phase = Migration.Phase.BEFORE"))
                .get(0);

        assertThat(step.name()).isEqualTo("split-name");
        assertThat(step.className()).isEqualTo("com.acme.SplitName");
        assertThat(step.version()).isEqualTo("1.2");
        assertThat(step.order()).isEqualTo(3);
        assertThat(step.phase()).isEqualTo(Migration.Phase.BEFORE);
        assertThat(step.checksum()).matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsLeftOutIsTheSimpleNameNoOrderAndThePhaseAfter() {
        StepModel step = steps(step("SplitName", "version = \"1.2\"")).get(0);

        assertThat(step.name()).isEqualTo("SplitName");
        assertThat(step.order()).isZero();
        assertThat(step.phase()).isEqualTo(Migration.Phase.AFTER);
    }

    @Test
    void stepsAreInTheOrderOfVersionsAsNumbersThenOfTheirDeclaredOrderThenOfTheirNames() {
        List<StepModel> steps = steps(
                step("A", "version = \"1.10\""),
                step("B", "version = \"1.9\", order = 2"),
                step("C", "version = \"1.9\", order = -1"),
                step("E", "version = \"1.9\""),
                step("D", "version = \"1.9\""));

        assertThat(steps).extracting(StepModel::name).containsExactly("C", "D", "E", "B", "A");
    }

    @Test
    void noStaticInitializerOfAStepRuns() {
        System.clearProperty("scan.test.step");

        List<StepModel> steps = steps("""
                package com.acme;
                @dev.synchronizer.annotation.Migration(version = "1.0")
                public class Explosive implements dev.synchronizer.migration.MigrationStep {
                    static {
                        System.setProperty("scan.test.step", "loaded");
                        if (true) throw new IllegalStateException("loaded");
                    }
                    public void migrate(dev.synchronizer.migration.StepContent content) { }
                }
                """);

        assertThat(steps).hasSize(1);
        assertThat(System.getProperty("scan.test.step")).isNull();
    }

    @Test
    void aStaticNestedClassAndOneThatInheritsFromAStepAreSteps() {
        List<StepModel> steps = steps("""
                package com.acme;
                import dev.synchronizer.annotation.Migration;
                import dev.synchronizer.migration.*;
                public class Steps {
                    public abstract static class Common implements MigrationStep {
                        public void migrate(StepContent content) { }
                    }
                    @Migration(version = "1.0")
                    public static class First extends Common { }
                }
                """);

        assertThat(steps).extracting(StepModel::className).containsExactly("com.acme.Steps$First");
        assertThat(steps).extracting(StepModel::name).containsExactly("First");
    }

    @Test
    void aJarThatHoldsNothingButStepsIsAModuleAndIsNotTakenForAnEmptyOne() {
        Path jar = ModelJar.of(step("Only", "version = \"1.0\""))
                .version("steps", "1.0")
                .jar(folder.resolve("steps.jar"));

        ScannedModels scanned = scan(jar);

        assertThat(scanned.emptyJars()).isEmpty();
        assertThat(clean(scanned).modules().get(0).steps()).hasSize(1);
    }

    @Test
    void theNameOfTheInterfaceIsTheOneThatTheScanLooksFor() {
        assertThat(StepBuilder.STEP).isEqualTo(MigrationStep.class.getName());
    }

    @Test
    void whatCannotBeAStepIsReportedWithEveryReason() {
        assertThat(fault("class Hidden implements MigrationStep {" + MIGRATE + "}"))
                .contains("it is not public");
        assertThat(fault("public abstract class Some implements MigrationStep { }"))
                .contains("no instance of it can be made");
        assertThat(fault("public interface Some extends MigrationStep { }")).contains("no instance of it can be made");
        assertThat(fault("public class Plain { }"))
                .contains("it does not implement dev.synchronizer.migration.MigrationStep");
        assertThat(fault("public class Some implements MigrationStep { public Some(int i) { }" + MIGRATE + "}"))
                .contains("it has no public constructor without parameters");
        assertThat(fault("public class Some { Some() { } }"))
                .contains("it has no public constructor without parameters, and it does not implement");
        assertThat(fault("public class Outer { @Migration(version = \"1.0\") public class Some"
                        + " implements MigrationStep {" + MIGRATE + "} }"))
                .contains("it is an inner class that is not static");
    }

    private static final String MIGRATE = " public void migrate(StepContent content) { } ";

    private String fault(String declaration) {
        String annotated =
                declaration.contains("@Migration") ? declaration : "@Migration(version = \"1.0\") " + declaration;
        List<Problem> problems = problemsOf(
                folder,
                "package com.acme; import dev.synchronizer.annotation.*; import dev.synchronizer.migration.*; "
                        + annotated);
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NOT_A_MIGRATION_STEP);
        return problems.get(0).message();
    }

    @Test
    void theRenameOfATypeGivesItAFormerName() {
        ContentModel model = modelOf(
                folder,
                ARTICLE,
                step("Rename", "version = \"1.1\", renames = @Migration.Rename(type = \"Story\", to = \"Article\")"));

        assertThat(Scans.type(model, "Article").formerNames()).containsExactly("Story");
    }

    @Test
    void renamesOfSeveralStepsAreOneChainWithTheOldestNameFirst() {
        ContentModel model = modelOf(
                folder,
                ARTICLE.replace("@dev", "@dev.synchronizer.annotation.RenamedFrom(\"C\") @dev"),
                step("Late", "version = \"1.10\", renames = @Migration.Rename(type = \"B\", to = \"C\")"),
                step("Early", "version = \"1.9\", renames = @Migration.Rename(type = \"A\", to = \"B\")"));

        assertThat(Scans.type(model, "Article").formerNames()).containsExactly("A", "B", "C");
    }

    @Test
    void theRenameOfAPropertyHoldsForAllThatInheritItAndForNoOther() {
        ContentModel model = modelOf(
                folder,
                ARTICLE,
                "package com.acme; @dev.synchronizer.annotation.ContentType public class News extends Article { }",
                ARTICLE.replace("class Article", "class Other"),
                step(
                        "Rename",
                        "version = \"1.1\", renames ="
                                + " @Migration.Rename(type = \"Article\", property = \"head\", to = \"title\")"));

        assertThat(Scans.property(model, "Article", "title").formerNames()).containsExactly("head");
        assertThat(Scans.property(model, "News", "title").formerNames()).containsExactly("head");
        assertThat(Scans.property(model, "Other", "title").formerNames()).isEmpty();
    }

    @Test
    void aRenameThatLeadsNowhereIsReported() {
        List<Problem> problems = problemsOf(
                folder,
                ARTICLE,
                step(
                        "Rename",
                        "version = \"1.0\", renames ="
                                + " @Migration.Rename(type = \"Article\", property = \"head\", to = \"titel\")"));

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.UNKNOWN_RENAME);
        assertThat(problems.get(0).subject()).isEqualTo("com.acme.Rename");
        assertThat(problems.get(0).message()).contains("Article.head to titel");
    }

    private List<StepModel> steps(String... sources) {
        return modelOf(folder, sources).modules().get(0).steps();
    }
}
