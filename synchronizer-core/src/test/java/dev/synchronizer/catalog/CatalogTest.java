package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final ModuleModel SITE =
            Models.site("1.0", Models.type("Article", Models.text("teaser")), Models.type("News"), Models.type("Page"));

    private final StoreInHand store = new StoreInHand();
    private final Catalog catalog = new Catalog(store, new NoOwnModels());

    @BeforeEach
    void commit() {
        store.run(SITE);
    }

    @Test
    void aTypeIsReadOnceAndThenKnown() {
        EffectiveType first = catalog.type("Article").orElseThrow();

        assertThat(catalog.type("Article")).containsSame(first);
        assertThat(store.readings()).isEqualTo(1);
        assertThat(first.moduleVersion()).isEqualTo("1.0");
    }

    @Test
    void whatOthersSaveIsSeenAfterCatchingUpAndNotBefore() {
        catalog.type("Article");
        store.set("Article", "displayName", "Story");

        assertThat(displayName("Article")).isEqualTo("Article");
        catalog.refresh();
        assertThat(displayName("Article")).isEqualTo("Story");
        assertThat(catalog.changeNumber()).isEqualTo(2);
    }

    @Test
    void onlyWhatAChangeConcernsIsReadAgain() {
        EffectiveType news = catalog.type("News").orElseThrow();
        catalog.type("Article");
        store.set("Article", "displayName", "Story");
        catalog.refresh();
        int before = store.readings();

        assertThat(catalog.type("News")).containsSame(news);
        assertThat(store.readings()).isEqualTo(before);
        catalog.type("Article");
        assertThat(store.readings()).isEqualTo(before + 1);
    }

    @Test
    void aRunConcernsAllTypes() {
        catalog.type("News");
        store.run(Models.site("1.1", Models.said(Models.type("News"), SettingKey.DISPLAY_NAME, "Message")));
        catalog.refresh();

        assertThat(displayName("News")).isEqualTo("Message");
        assertThat(catalog.type("Article")).isEmpty();
    }

    @Test
    void tooManyChangesAreNotLookedAtOneByOne() {
        EffectiveType news = catalog.type("News").orElseThrow();
        for (int i = 0; i < 1_001; i++) {
            store.set("Article", "displayName", "Story " + i);
        }
        catalog.refresh();

        assertThat(catalog.type("News").orElseThrow()).isNotSameAs(news).isEqualTo(news);
        assertThat(displayName("Article")).isEqualTo("Story 1000");
    }

    @Test
    void aLoadThatFindsTheStoreFurtherOnTakesTheWholeViewThere() {
        catalog.type("Article");
        store.set("Article", "displayName", "Story");

        catalog.type("News");

        assertThat(displayName("Article")).isEqualTo("Story");
    }

    @Test
    void whatIsReadTooSlowlyIsNotKept() {
        catalog.type("News");
        store.afterNextReading(() -> {
            store.set("Article", "displayName", "Story");
            catalog.refresh();
        });
        EffectiveType slow = catalog.type("Article").orElseThrow();

        assertThat(slow.settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Article");
        assertThat(displayName("Article")).isEqualTo("Story");
    }

    @Test
    void whoReadsAfterACommitDoesNotGetWhatWasBeingLoadedBefore() {
        catalog.type("News");
        store.afterNextReading(() -> {
            store.set("Article", "displayName", "Story");
            catalog.refreshAfterCommit();
            assertThat(displayName("Article")).isEqualTo("Story");
        });
        catalog.type("Article");

        assertThat(displayName("Article")).isEqualTo("Story");
    }

    @Test
    void twoLoadsThatFindDifferentMomentsLeaveTheLaterOne() {
        catalog.type("News");
        store.set("Article", "displayName", "Second");
        store.afterNextReading(() -> {
            store.set("Article", "displayName", "Third");
            assertThat(displayName("Article")).isEqualTo("Third");
        });
        catalog.type("Page");

        assertThat(catalog.changeNumber()).isEqualTo(3);
        assertThat(displayName("Article")).isEqualTo("Third");
    }

    @Test
    void whatIsReadWhileAllIsDroppedIsReadAgain() {
        catalog.type("News");
        store.afterNextReading(catalog::forget);

        assertThat(catalog.type("Article")).isPresent();
        assertThat(store.readings()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatIsBackAtALowerNumberIsAnotherOne() {
        store.set("Article", "displayName", "Story");
        store.set("Article", "displayName", "Tale");
        catalog.type("Article");
        catalog.type("News");

        store.restore(Models.site("0.9", Models.type("Article")));
        catalog.refresh();

        assertThat(displayName("Article")).isEqualTo("Article");
        assertThat(catalog.type("News")).isEmpty();
        assertThat(catalog.changeNumber()).isEqualTo(1);
    }

    @Test
    void thatThereIsNoTypeIsRememberedToo() {
        assertThat(catalog.type("Banner")).isEmpty();
        assertThat(catalog.type("Banner")).isEmpty();

        assertThat(store.readings()).isEqualTo(1);
    }

    @Test
    void aTypeThatIsMadeLaterIsFound() {
        catalog.type("Banner");
        store.run(SITE, Models.module("more", "1.0", Models.type("Banner")));
        catalog.refresh();

        assertThat(catalog.type("Banner")).isPresent();
    }

    @Test
    void randomNamesDoNotFillTheMemory() {
        View view = View.empty();
        for (int i = 0; i < 10 * View.MOST_MISSING; i++) {
            view.put("Random" + i, CommittedCode.Served.NOTHING);
        }

        long remembered = IntStream.range(0, 10 * View.MOST_MISSING)
                .filter(i -> view.isMissing("Random" + i))
                .count();
        assertThat(remembered).isBetween(1L, (long) View.MOST_MISSING);
    }

    @Test
    void namesThatCameAndWentDoNotFillTheMemoryEither() {
        View view = View.empty().after(0, List.of());
        view.putAll(List.of());
        List<ChangeRecord> changes = new ArrayList<>();
        for (int i = 1; i <= View.MOST_UNSURE; i++) {
            changes.add(defined(i));
        }
        View full = view.after(changes.size(), changes);
        View beyond = full.after(changes.size() + 1, List.of(defined(changes.size() + 1)));

        assertThat(full.unsure()).hasSize(View.MOST_UNSURE);
        assertThat(beyond.unsure()).isNull();
        assertThat(beyond.isMissing("Never")).isFalse();
    }

    private static ChangeRecord defined(long number) {
        String name = "Random" + number;
        return new ChangeRecord(
                number, Instant.EPOCH, "ann", ChangeRecord.Kind.DEFINE, null, number, name, null, null, null, null);
    }

    @Test
    void changesWhoseRecordsAreGoneMayHaveConcernedAnything() {
        ChangeRecord third = new ChangeRecord(
                3, Instant.EPOCH, "ann", ChangeRecord.Kind.SET, null, 7L, "Article", null, null, null, null);
        EffectiveType news = catalog.type("News").orElseThrow();
        View view = View.empty().after(2, List.of());
        view.put("News", new CommittedCode.Served(8, Optional.of(news)));

        assertThat(view.after(3, List.of(third)).get("News")).isNotNull();
        assertThat(view.after(4, List.of(third)).get("News")).isNull();
    }

    @Test
    void aChangedRuleConcernsNoType() {
        List<EffectiveType> before = catalog.types();
        store.memory().log(List.of(ChangeRecord.ofRule(Instant.EPOCH, "ann", "News", null, "{}")));
        catalog.refresh();
        int readings = store.readings();

        assertThat(catalog.changeNumber()).isEqualTo(store.memory().changeNumber());
        assertThat(catalog.type("News")).containsSame(before.get(1));
        assertThat(store.readings()).isEqualTo(readings);
    }

    @Test
    void aNameThatNoTypeCanHaveIsNotAskedFor() {
        for (String name : List.of("", " ", "Article\0", "a.b", "A".repeat(256))) {
            assertThat(catalog.type(name)).isEmpty();
        }

        assertThat(store.readings()).isZero();
    }

    @Test
    void allTypesAreReadAtOnceAndThenKnown() {
        List<EffectiveType> all = catalog.types();

        assertThat(all).extracting(EffectiveType::name).containsExactly("Article", "News", "Page");
        assertThat(catalog.types()).isSameAs(all);
        assertThat(catalog.type("News")).containsSame(all.get(1));
        assertThat(catalog.type("Banner")).isEmpty();
        assertThat(store.readings()).isEqualTo(1);
    }

    @Test
    void whereAllTypesAreKnownOnlyWhatChangedIsReadAgain() {
        List<EffectiveType> before = catalog.types();
        store.set("News", "displayName", "Message");
        catalog.refresh();
        int readings = store.readings();

        List<EffectiveType> after = catalog.types();

        assertThat(after).extracting(EffectiveType::name).containsExactly("Article", "News", "Page");
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1).settings().text(SettingKey.DISPLAY_NAME)).isEqualTo("Message");
        assertThat(store.readings()).isEqualTo(readings + 1);
    }

    @Test
    void aTypeThatCameOrWentByNameIsAskedForAgain() {
        catalog.types();
        store.log(ChangeRecord.Kind.DEFINE, 999, "Banner");
        catalog.refresh();
        int readings = store.readings();

        assertThat(catalog.type("Banner")).isEmpty();
        assertThat(store.readings()).isEqualTo(readings + 1);
        assertThat(catalog.types()).hasSize(3);
    }

    @Test
    void oneByOneAndAllAtOnceAreTheSame() {
        store.set("Article", "displayName", "Story");
        store.set("Article", "teaser", "required", SettingValue.of(true));
        List<EffectiveType> one = List.of(
                catalog.type("Article").orElseThrow(),
                catalog.type("News").orElseThrow(),
                catalog.type("Page").orElseThrow());

        assertThat(new Catalog(store, new NoOwnModels()).types()).isEqualTo(one);
    }

    @Test
    void whileTheDatabaseIsAwayWhatIsKnownIsServedAndAllElseFails() {
        catalog.type("Article");
        store.breakDown();

        assertThat(catalog.type("Article")).isPresent();
        assertThatThrownBy(() -> catalog.type("News"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("CT505");
        assertThatThrownBy(catalog::types).isInstanceOf(ProblemsException.class);

        store.comeBack();
        assertThat(catalog.type("News")).isPresent();
    }

    @Test
    void whatWasCommittedIsNotHiddenByWhatIsKnownWhenTheDatabaseIsAwayJustThen() {
        catalog.type("Article");
        store.set("Article", "displayName", "Story");
        store.breakDown();
        catalog.refreshAfterCommit();
        store.comeBack();

        assertThat(displayName("Article")).isEqualTo("Story");
    }

    @Test
    void whateverElseFailsAfterACommitHidesItNeitherAndDoesNotMakeItAFailure() {
        for (Throwable failure :
                List.of(new IllegalStateException("no driver throws this"), new StackOverflowError())) {
            catalog.type("Article");
            String saved = "Story " + failure;
            store.set("Article", "displayName", saved);
            store.afterNextReading(() -> StoreInHand.fail(failure));
            if (failure instanceof Error) {
                assertThatThrownBy(catalog::refreshAfterCommit).isSameAs(failure);
            } else {
                catalog.refreshAfterCommit();
            }

            assertThat(displayName("Article")).isEqualTo(saved);
        }
    }

    private @Nullable String displayName(String type) {
        return catalog.type(type).orElseThrow().settings().text(SettingKey.DISPLAY_NAME);
    }
}
