package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.read;
import static dev.synchronizer.behaviour.Reading.refusedSources;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.fixtures.BadModel;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B1 to B10: each rule, on a jar that breaks it; and all of them at once. */
class B1ToB10InvalidModelsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(BadModel.class)
    void eachRuleHasItsCodeNamesAllPartiesAndKnowsAWayOut(BadModel bad) {
        List<Problem> problems = refusedSources(folder, bad.sources());

        assertThat(problems).extracting(Problem::code).containsOnly(bad.code());
        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.ERROR);
        assertThat(problems).allMatch(problem -> !problem.fix().isEmpty());
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.toString()).contains(bad.parties()));
    }

    @Test
    void theSameNameInTwoModulesIsRefusedNamingBoth() {
        Path one = ModelJar.of("package a; @dev.synchronizer.annotation.ContentType public class Article {}")
                .version("one", "1.0")
                .jar(folder.resolve("one.jar"));
        Path two = ModelJar.of("package b; @dev.synchronizer.annotation.ContentType public class Article {}")
                .version("two", "1.0")
                .jar(folder.resolve("two.jar"));

        List<Problem> problems = Reading.refused(one, two);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.DUPLICATE_TYPE_NAME);
        assertThat(problems.get(0).message()).contains("a.Article in one", "b.Article in two");
    }

    @OnEveryDatabase
    void noNameIsReservedAndLongOnesAndThoseThatDifferInCaseAreStored(Product product) {
        String longest = "N" + "a".repeat(254);
        Node node = Node.on(product);

        node.start(site(
                "1.0",
                type("select", "id", "order", "name"),
                type("Select"),
                annotatedType("@ContentType(name = \"" + longest + "\")", "Long", longest)));

        assertThat(node.stored().types())
                .extracting(t -> t.name())
                .containsExactlyInAnyOrder("select", "Select", longest);
    }

    @OnEveryDatabase
    void whateverATextMayHoldIsStoredAndSettles(Product product) {
        String module = "s\uD83D\uDE00te \u00e9" + "m".repeat(248);
        String version = "1.0 \uD83D\uDE00" + "v".repeat(249);
        Node node = Node.on(product);
        Path jar = ModelJar.of(
                        "@dev.synchronizer.annotation.ContentModule(name = \"%s\", version = \"%s\") package com.acme;"
                                .formatted(module, version),
                        annotatedType(
                                "@ContentType(displayName = \"a\\0b\\ud800\", description = \"\uD83D\uDE00\")",
                                "Article"),
                        "package " + "p".repeat(200) + ("." + "p".repeat(200)).repeat(3)
                                + "; @dev.synchronizer.annotation.ContentType public class Far {}")
                .jar(folder.resolve("site.jar"));

        node.start(jar);

        assertThat(node.stored().modules()).extracting(m -> m.name()).containsExactly(module);
        assertThat(node.stored().modules().get(0).version()).isEqualTo(version);
        assertThat(node.dryRun(jar).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void anOldNameComesBackAsSomethingNewOnceTheRenameIsNoLongerDeclared(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "head")));
        long id = node.stored().types().get(0).id();
        String renamed = annotatedType("@RenamedFrom(\"Article\")", "Story", "head");
        node.start(site("1.1", renamed));
        assertThatThrownBy(() -> node.start(site("1.2", renamed, type("Article"))))
                .isInstanceOf(ProblemsException.class);

        node.start(site("1.3", type("Story", "head"), type("Article", "head")));

        assertThat(node.stored().types()).extracting(t -> t.name()).containsExactly("Article", "Story");
        assertThat(node.stored().types().get(0).id()).isNotEqualTo(id);
        assertThat(node.stored().types().get(1).id()).isEqualTo(id);
        assertThat(node.dryRun(site("1.3", type("Story", "head"), type("Article", "head")))
                        .hasWork())
                .isFalse();
    }

    @OnEveryDatabase
    void fortyViolationsAreReportedTogetherSortedAndNothingIsWritten(Product product) {
        List<String> sources = new ArrayList<>(List.of(type("Good")));
        for (int i = 0; i < 10; i++) {
            sources.add(annotatedType("@ContentType(guid = \"no-uuid\")", "Guid" + i));
            sources.add(annotatedType("@ContentType(name = \"not a name\")", "Name" + i));
            sources.add("package com.acme; @dev.synchronizer.annotation.ContentType public class Text" + i + " {"
                    + property("@jakarta.validation.constraints.Size(min=9,max=1) String", "a")
                    + property("@jakarta.validation.constraints.Pattern(regexp=\"[\") String", "b") + "}");
        }
        Path bad = site("1.0", sources.toArray(String[]::new));
        Node node = Node.on(product);

        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, () -> node.start(bad));

        List<Problem> problems = refusal.problems().asList();
        assertThat(problems).isSorted().doesNotHaveDuplicates();
        assertThat(problems).hasSize(41);
        assertThat(problems.stream().filter(p -> p.code() == ProblemCode.GUID_NOT_A_UUID))
                .hasSize(10);
        assertThat(problems.stream().filter(p -> p.code() == ProblemCode.INVALID_NAME))
                .hasSize(10);
        assertThat(problems.stream().filter(p -> p.code() == ProblemCode.CONTRADICTORY_CONSTRAINTS))
                .hasSize(20);
        assertThat(problems.stream().filter(p -> p.code() == ProblemCode.DUPLICATE_TYPE_NAME))
                .hasSize(1);
        assertThat(node.stored().types()).isEmpty();
        assertThat(node.runs()).isEmpty();
    }

    @Test
    void oneInvalidModuleKeepsTheOthersFromBeingReadAsValid() {
        Path good = ModelJar.of(type("Good")).version("good", "1.0").jar(folder.resolve("good.jar"));
        Path bad = ModelJar.of(BadModel.B3_GUID_THAT_IS_NO_UUID.sources())
                .version("bad", "1.0")
                .jar(folder.resolve("bad.jar"));

        assertThatThrownBy(() -> read(good, bad)).isInstanceOf(ProblemsException.class);
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
