package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.doctor.Doctor;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What fails once a save is committed: the save stands, and the failure can be looked after. */
class G4FailuresTest {
    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    @OnEveryDatabase
    void aFailureAfterTheCommitIsRecordedAndTheSaveStands(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no mail today");
        });
        Listener next = Listener.of("next");
        try (Site site = Site.start(
                product,
                builder -> builder.saveHandler(failing).saveHandler(next).clock(Clock.fixed(NOON, ZoneOffset.UTC)),
                models())) {
            Item item = site.create("Article", "A");

            assertThat(site.items().get(item.id())).isEqualTo(item);
            assertThat(next.calls()).last().asString().startsWith("afterCommit CREATE A");
            assertThat(site.synchronizer().saveFailures(10))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .containsExactly(new SaveFailure(
                            0, NOON, "mail", "ITEM", item.id().toString(), "Article", "A", "CREATE", "no mail today"));
        }
    }

    @OnEveryDatabase
    void whoeverWantsToIsToldOfThemAtOnceAndChangesNothingByFailing(Product product) {
        List<String> told = new ArrayList<>();
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no mail today");
        });
        try (Site site = Site.start(
                product,
                builder -> builder.saveHandler(failing).onSaveFailure(failure -> {
                    told.add(failure.handler() + " " + failure.name() + ": " + failure.message());
                    throw new AssertionError("nor is anybody told");
                }),
                models())) {
            Item item = site.create("Article", "A");
            site.database().execute("alter table ct_save_failure rename to ct_elsewhere");
            site.create("Article", "B");
            site.database().execute("alter table ct_elsewhere rename to ct_save_failure");

            assertThat(told).containsExactly("mail A: no mail today", "mail B: no mail today");
            assertThat(site.items().get(item.id())).isEqualTo(item);
            assertThat(site.synchronizer().saveFailures(10)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void aMessageThatNoDatabaseCanHoldIsRecordedAsFarAsItCanBe(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no \0 mail \udc00");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            site.create("Article", "A");

            assertThat(site.synchronizer().saveFailures(10))
                    .extracting(SaveFailure::message)
                    .containsExactly("no \ufffd mail \ufffd");
        }
    }

    @OnEveryDatabase
    void failuresAreListedTheNewestFirstUntilTheyAreForgotten(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new AssertionError();
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            site.create("Article", "A");
            site.create("Article", "B");

            List<SaveFailure> failures = site.synchronizer().saveFailures(10);
            assertThat(failures).extracting(SaveFailure::name).containsExactly("B", "A");
            assertThat(failures).extracting(SaveFailure::message).containsOnly("java.lang.AssertionError");
            assertThat(site.synchronizer().saveFailures(1)).isEqualTo(failures.subList(0, 1));

            site.synchronizer().forgetSaveFailures(List.of(failures.get(0).id(), 999L));
            assertThat(site.synchronizer().saveFailures(10)).isEqualTo(failures.subList(1, 2));
        }
    }

    @OnEveryDatabase
    void theEndOfTheVirtualMachineIsRecordedAndThrown(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new OutOfMemoryError("no room for mail");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            assertThatThrownBy(() -> site.create("Article", "A"))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("no room for mail");

            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
            assertThat(site.synchronizer().saveFailures(10))
                    .extracting(SaveFailure::name, SaveFailure::message)
                    .containsExactly(tuple("A", "no room for mail"));
        }
    }

    @OnEveryDatabase
    void theNewestTenThousandAreKept(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no mail today");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            site.create("Article", "First");
            for (int i = 0; i < 14; i++) {
                String columns = "failed_at, handler_name, subject_kind, subject_key, operation, message";
                site.database()
                        .execute("insert into ct_save_failure (" + columns + ") select " + columns
                                + " from ct_save_failure");
            }

            site.create("Article", "Last");

            assertThat(Rows.counted(site.database()).get("ct_save_failure")).isEqualTo(10_000);
            assertThat(site.synchronizer().saveFailures(1))
                    .extracting(SaveFailure::name)
                    .containsExactly("Last");
        }
    }

    @OnEveryDatabase
    void theDoctorForgetsWhatItHasShownAndNothingElse(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no mail today");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            for (int i = 0; i < 25; i++) {
                site.create("Article", "A" + i);
            }
            Doctor doctor = site.synchronizer().doctor();
            Examination shown = doctor.examine();
            site.create("Article", "Meanwhile");

            assertThat(doctor.forgetFailures(shown)).isEqualTo(20);

            assertThat(site.synchronizer().saveFailures(100))
                    .extracting(SaveFailure::name)
                    .containsExactly("Meanwhile", "A4", "A3", "A2", "A1", "A0");
        }
    }

    @OnEveryDatabase
    void aFailureThatCannotBeRecordedChangesNothing(Product product) {
        Listener failing = Listener.of("mail").onAfterCommit(event -> {
            throw new IllegalStateException("no mail today");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            Rows.execute(site.database(), "drop table ct_save_failure");

            Item item = site.create("Article", "A");

            assertThat(site.items().get(item.id())).isEqualTo(item);
        }
    }
}
