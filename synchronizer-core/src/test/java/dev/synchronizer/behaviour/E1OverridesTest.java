package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.SavedSetting;
import dev.synchronizer.settings.SavedSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** E1: a save stores just the settings that were saved: the value, who, when, and the default of that moment. */
class E1OverridesTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456789Z");
    private static final int ADMINISTRATORS = 8;

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aRowHoldsTheValueWhoWhenAndTheDefaultOfThatMoment(Product product) {
        Desk ada = Desk.of("Ada", started(product).with(builder -> builder.clock(Clock.fixed(NOW, ZoneOffset.UTC))));

        SavedSettings saved = ada.set("Article.teaser", "required", "false");

        SettingOverride row = ada.node().stored().overrides().get(0);
        assertThat(ada.node().stored().overrides()).hasSize(1);
        assertThat(row.setting()).isEqualTo("required");
        assertThat(row.value()).isEqualTo(SettingValue.of(false));
        assertThat(row.savedBy()).isEqualTo("Ada");
        assertThat(row.savedAt()).isEqualTo(Instant.parse("2026-05-06T07:08:09.123456Z"));
        assertThat(row.defaultThen()).isEqualTo(SettingValue.of(true));
        assertThat(saved.settings())
                .extracting(SavedSetting::before, SavedSetting::after, SavedSetting::effectiveBefore)
                .containsExactly(tuple(null, row, SettingValue.of(true)));
    }

    @OnEveryDatabase
    void aSaveWritesOneOverrideItsHistoryTheChangeNumberAndTheSealAndNothingElse(Product product) {
        Node node = started(product);
        Watched watched = new Watched(node.database().dataSource());
        Desk ada = Desk.of("Ada", node.through(watched.dataSource()));
        long revision = node.stored().revision();
        long changes = node.count("ct_change");

        ada.set("Article.teaser", "required", "false");
        List<String> first = writes(watched.executions());
        ada.set("Article.teaser", "required", "true");

        assertThat(first)
                .as("there is nothing to update before the first save")
                .containsExactly(
                        "update ct_override",
                        "insert into ct_override",
                        "insert into ct_change",
                        "update ct_state",
                        "update ct_type");
        List<String> both = writes(watched.executions());
        assertThat(both.subList(first.size(), both.size()))
                .containsExactly("update ct_override", "insert into ct_change", "update ct_state", "update ct_type");
        assertThat(node.count("ct_override")).isEqualTo(1);
        assertThat(node.count("ct_change")).isEqualTo(changes + 2);
        assertThat(node.stored().revision()).as("no definition changed").isEqualTo(revision);
    }

    @OnEveryDatabase
    void whatSaysTheSameAsBeforeOverTheSameDefaultIsNotWrittenAgain(Product product) {
        Node node = started(product);
        Desk.of("Ada", node).set("Article", "displayName", "Story");
        StoredModel before = node.stored();
        long changes = node.count("ct_change");

        SavedSettings again = Desk.of("Bob", node).set("Article", "displayName", "Story");

        assertThat(again.isWritten()).isFalse();
        assertThat(again.settings()).extracting(SavedSetting::isChange).containsExactly(false);
        assertThat(node.stored()).isEqualTo(before);
        assertThat(node.count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void itIsWrittenAgainWhereTheDefaultHasMoved(Product product) {
        Node node = started(product);
        Desk.of("Ada", node).set("Article.teaser", "required", "true");
        node.start(site("1.1", "String"));

        SavedSettings again = Desk.of("Bob", node).set("Article.teaser", "required", "true");

        assertThat(again.isWritten()).isTrue();
        assertThat(node.stored().overrides())
                .extracting(SettingOverride::savedBy, SettingOverride::defaultThen)
                .containsExactly(tuple("Bob", SettingValue.of(false)));
    }

    @OnEveryDatabase
    void falseAnEmptyTextAndNothingAreValues(Product product) {
        Desk ada = Desk.of("Ada", started(product));

        SavedSettings saved = ada.set(
                "Article.teaser",
                NewSettings.none()
                        .with("required", false)
                        .with("displayName", "")
                        .withNothing("prompt"));

        assertThat(saved.settings())
                .extracting(SavedSetting::effectiveAfter)
                .containsExactly(SettingValue.of(""), null, SettingValue.of(false));
        assertThat(ada.node().stored().overrides())
                .extracting(SettingOverride::setting, SettingOverride::value)
                .containsExactly(
                        tuple("displayName", SettingValue.of("")),
                        tuple("prompt", null),
                        tuple("required", SettingValue.of(false)));
    }

    @OnEveryDatabase
    void ofSeveralSettingsAllAreSavedOrNoneAndAllThatIsWrongIsSaidAtOnce(Product product) {
        Desk ada = Desk.of("Ada", started(product));

        List<Problem> problems = refused(() -> ada.set(
                "Article.teaser",
                NewSettings.none()
                        .withText("displayName", "Fine")
                        .withText("order", "many")
                        .withText("dataType", "TEXT")));

        assertThat(problems)
                .extracting(Problem::code, Problem::subject)
                .containsExactly(
                        tuple(ProblemCode.STRUCTURAL_SETTING, "Article.teaser.dataType"),
                        tuple(ProblemCode.WRONG_VALUE, "Article.teaser.order"));
        assertThat(ada.node().stored().overrides()).isEmpty();
    }

    @OnEveryDatabase
    void administratorsWhoSaveAtOnceTakeTurns(Product product) throws Exception {
        Node node = started(product);
        long before = node.count("ct_change");
        List<Callable<SavedSettings>> saves = new ArrayList<>();
        for (int i = 0; i < ADMINISTRATORS; i++) {
            int number = i;
            saves.add(() -> Desk.of("Administrator " + number, node).set("Article", "order", String.valueOf(number)));
        }

        List<SavedSettings> saved = allAtOnce(saves);

        assertThat(saved).extracting(SavedSettings::changeNumber).containsExactlyInAnyOrder(numbersFrom(before + 1));
        SettingOverride last = saved.stream()
                .filter(save -> save.changeNumber() == before + ADMINISTRATORS)
                .map(save -> save.settings().get(0).after())
                .findFirst()
                .orElseThrow();
        assertThat(node.stored().overrides()).containsExactly(last);
    }

    @OnEveryDatabase
    void aSaveThatMeetsTheRunThatDeletesItsTypeIsDeletedWithItOrRefused(Product product) throws Exception {
        Node node = started(product);
        Path without = ModelJar.of(type("Other")).version("site", "1.1").jar(folder.resolve("without.jar"));
        List<Callable<String>> work = new ArrayList<>();
        work.add(() -> {
            node.start(without);
            return "deleted";
        });
        for (int i = 0; i < ADMINISTRATORS; i++) {
            int number = i;
            work.add(() -> {
                try {
                    return Desk.of("Ada", node)
                            .set("Article", "order", String.valueOf(number))
                            .settings()
                            .get(0)
                            .after()
                            .setting();
                } catch (ProblemsException e) {
                    return e.problems().asList().get(0).code().toString();
                }
            });
        }

        List<String> ends = allAtOnce(work);

        assertThat(ends.subList(1, ends.size())).isSubsetOf("order", "NOT_STORED");
        assertThat(node.count("ct_override")).isZero();
        assertThat(node.stored().types()).extracting(stored -> stored.name()).containsExactly("Other");
    }

    @OnEveryDatabase
    void nobodySavesUnderANameThatCannotBeRecorded(Product product) {
        Desk nobody = Desk.of("a\0b", started(product));

        assertThat(refused(() -> nobody.set("Article", "order", "1")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.WRONG_USAGE);
        assertThat(nobody.node().count("ct_override")).isZero();
    }

    @OnEveryDatabase
    void whereNothingWasEverStoredNothingIsMade(Product product) {
        Desk ada = Desk.of("Ada", Node.onEmpty(product));

        assertThat(refused(() -> ada.set("Article", "order", "1")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_STORE);
        assertThat(ada.overrides()).isEmpty();
        assertThat(ada.node().tables()).isZero();
    }

    @OnEveryDatabase
    void overridesOfAModuleThatIsGoneGoWithItsTypes(Product product) {
        Node node = started(product);
        Desk.of("Ada", node).set("Article.teaser", "required", "false");

        node.with(builder -> builder.policy(
                        Policy.standard().withScope(Scope.everything().gone(List.of("site")))))
                .start(ModelJar.of(type("Other")).version("other", "1.0").jar(folder.resolve("other.jar")));

        assertThat(node.count("ct_override")).isZero();
    }

    private static Long[] numbersFrom(long first) {
        Long[] numbers = new Long[ADMINISTRATORS];
        for (int i = 0; i < ADMINISTRATORS; i++) {
            numbers[i] = first + i;
        }
        return numbers;
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> end : threads.invokeAll(work)) {
                results.add(end.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** What writes, up to the name of the table. */
    private static List<String> writes(List<String> executions) {
        return executions.stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .filter(sql -> sql.startsWith("insert") || sql.startsWith("update") || sql.startsWith("delete"))
                .map(sql -> sql.substring(0, sql.indexOf(' ', sql.indexOf("ct_"))))
                .toList();
    }

    private Node started(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(required = true) String"));
        return node;
    }

    private Path site(String version, String teaser) {
        return ModelJar.of("package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                        + property(teaser, "teaser") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
