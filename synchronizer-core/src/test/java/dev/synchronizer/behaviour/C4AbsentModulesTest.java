package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** C4: a module that is not scanned leaves its types alone, until the caller says that it is gone. */
class C4AbsentModulesTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void typesOfAnAbsentModuleAreListedAndLeftAlone(Product product) {
        Path site = module("site", type("Article", "title"));
        Node node = Node.on(product);
        node.start(site, module("shop", type("Item", "price")));
        StoredModel stored = node.stored();

        SyncPlan plan = node.dryRun(site);

        assertThat(plan.modules())
                .extracting(ModulePlan::name, ModulePlan::state)
                .containsExactly(tuple("shop", ModuleState.ABSENT), tuple("site", ModuleState.SAME));
        assertThat(type(plan, "Item").state()).isEqualTo(ChangeState.ABSENT);
        assertThat(type(plan, "Item").action()).isEqualTo(Action.NONE);
        assertThat(plan.summary().types(ChangeState.ABSENT)).isEqualTo(1);
        assertThat(plan.summary().types(ChangeState.ORPHANED)).isZero();
        assertThat(node.start(site).committed()).isFalse();
        assertThat(node.stored()).isEqualTo(stored);
    }

    @OnEveryDatabase
    void aTypeMovesOutOfAnAbsentModuleUnlessItWouldLoseProperties(Product product) {
        Node node = Node.on(product);
        node.start(module("site", type("Article", "title", "body"), type("Person", "name")));
        StoredModel stored = node.stored();
        Path older = module("bundle", type("Article", "title"), type("Person", "name"));

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(older));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.MOVED_WITH_LOSS, "Article"));
        assertThat(node.stored()).isEqualTo(stored);
        Node sure = node.with(builder ->
                builder.policy(Policy.standard().withScope(Scope.everything().gone(List.of("site")))));
        assertThat(sure.start(older).committed()).isTrue();
        assertThat(node.stored().types()).extracting(StoredType::module).containsExactly("bundle", "bundle");
    }

    @OnEveryDatabase
    void aScanThatIsRestrictedToPackagesLeavesTypesOfOtherPackagesAlone(Product product) {
        Path site = module(
                "site",
                type("Article", "title"),
                "package org.shop;\n@dev.synchronizer.annotation.ContentType\npublic class Item {}");
        Node node = Node.on(product);
        node.start(site);
        StoredModel stored = node.stored();
        Node restricted = node.with(builder -> builder.packages(List.of("org.shop")));

        SyncPlan plan = restricted.dryRun(site);

        assertThat(type(plan, "Article").state()).isEqualTo(ChangeState.ABSENT);
        assertThat(type(plan, "Article").diff().reasons()).containsExactly(Reason.PACKAGE_NOT_SCANNED);
        assertThat(restricted.start(site).committed()).isFalse();
        assertThat(node.stored()).isEqualTo(stored);
        assertThat(restricted
                        .start(module("site", type("Article", "title")))
                        .plan()
                        .summary()
                        .types(ChangeState.ORPHANED))
                .as("a type that was looked for in vain")
                .isEqualTo(1);
    }

    @OnEveryDatabase
    void theyAreOrphansOnceTheCallerSaysThatTheModuleIsGone(Product product) {
        Path site = module("site", type("Article", "title"));
        Node node = Node.on(product);
        node.start(site, module("shop", type("Item", "price")));

        SyncPlan plan = node.with(gone("shop")).start(site).plan();

        assertThat(type(plan, "Item").state()).isEqualTo(ChangeState.ORPHANED);
        assertThat(type(plan, "Item").diff().reasons()).containsExactly(Reason.MODULE_GONE);
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Article");
        assertThat(node.stored().modules()).extracting(StoredModule::name).containsExactly("site");
        assertThat(node.dryRun(site).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void aTypeThatMovedOutOfAnAbsentModuleIsNoLongerThatModules(Product product) {
        Node node = Node.on(product);
        node.start(module("old", type("Article", "title"), type("Left")));
        long id = node.stored().types().get(0).id();
        Path successor = module("new", type("Article", "title"));

        SyncPlan plan = node.start(successor).plan();

        assertThat(type(plan, "Article").diff().reasons()).containsExactly(Reason.MODULE_CHANGED);
        assertThat(type(plan, "Left").state()).isEqualTo(ChangeState.ABSENT);
        assertThat(node.stored().types().get(0).id()).isEqualTo(id);
        node.with(gone("old")).start(successor);
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Article");
    }

    @OnEveryDatabase
    void aModuleThatIsScannedCannotBeGone(Product product) {
        Path site = module("site", type("Article"));
        Node node = Node.on(product);
        node.start(site);

        assertThat(refused(node.with(gone("site")), site)).containsExactly(ProblemCode.MODULE_NOT_GONE);
        assertThat(node.runs()).hasSize(1);
    }

    @OnEveryDatabase
    void nodesThatSayItAtOnceOrOneAfterTheOtherFindNothingToDo(Product product) {
        Path site = module("site", type("Article"));
        Node node = Node.on(product);
        node.start(site, module("shop", type("Item")));
        Node saying = node.with(gone("shop"));

        SyncReport overtaken = saying.with(builder -> builder.approval(plan -> saying.start(site)))
                .start(site);

        for (SyncReport report : List.of(overtaken, saying.start(site))) {
            assertThat(report.committed()).isFalse();
            assertThat(report.plan().problems().asList())
                    .extracting(Problem::code, Problem::subject)
                    .containsExactly(tuple(ProblemCode.UNKNOWN_MODULE, "shop"));
        }
        assertThat(node.runs()).hasSize(2);
    }

    @OnEveryDatabase
    void aBlockThatIsOnlyLookedUpIsEmbeddedOnceItsModuleHasCommitted(Product product) {
        Path blocks = module(
                "blocks",
                "package blocks; import dev.synchronizer.annotation.*;"
                        + " @ContentType(kind = ContentKind.BLOCK) public record Teaser(String text) {}");
        Path site = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType public class Page {"
                        + Sources.property("blocks.Teaser", "top") + "}")
                .against(blocks)
                .version("site", "1.0")
                .jar(folder.resolve("page.jar"));
        Node node = Node.onEmpty(product);
        Node lookingUp = node.with(builder -> builder.classPath(List.of(blocks)));

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> lookingUp.start(site));

        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.UNKNOWN_BLOCK, "Page.top"));
        assertThat(node.tables()).isZero();
        node.start(blocks);
        assertThat(lookingUp.start(site).committed()).isTrue();
    }

    @OnEveryDatabase
    void aFolderThatABuildHasYetToFillIsNoModuleThatGaveUpItsTypes(Product product) throws IOException {
        Path classes = ModelJar.of(type("Article")).folder(folder.resolve("site/target/classes"));
        Path cleaned = Files.createDirectories(folder.resolve("clean/site/target/classes"));
        Node node = Node.on(product);
        node.start(classes);

        SyncPlan plan = node.start(cleaned).plan();

        assertThat(type(plan, "Article").state()).isEqualTo(ChangeState.ABSENT);
        assertThat(node.stored().types()).hasSize(1);
    }

    private static List<ProblemCode> refused(Node node, Path models) {
        return catchThrowableOfType(ProblemsException.class, () -> node.start(models)).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static Consumer<SynchronizerBuilder> gone(String module) {
        return builder ->
                builder.policy(Policy.standard().withScope(Scope.everything().gone(List.of(module))));
    }

    private Path module(String name, String... sources) {
        return ModelJar.of(sources).version(name, "1.0").jar(folder.resolve(name + ".jar"));
    }
}
