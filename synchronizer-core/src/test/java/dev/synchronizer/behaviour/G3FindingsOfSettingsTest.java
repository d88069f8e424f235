package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings and roles mean where settings and definitions are saved: handlers have a say, validators have none. */
class G3FindingsOfSettingsTest {
    private static final SubjectKind[] KINDS = {SubjectKind.OVERRIDES, SubjectKind.DEFINITION};

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType(access = \"Editors\") public class Article {" + property("String", "title") + "}");
    }

    private SaveOptions telling() {
        return SaveOptions.standard()
                .telling((subject, finding) -> told.add(subject.name() + " " + finding.severity()));
    }

    private static void saveBoth(Site site, SaveOptions options, int order) {
        site.synchronizer()
                .overrides()
                .with(options)
                .set("Ada", Address.parse("Article.title"), NewSettings.none().with("order", order));
        site.synchronizer()
                .definitions()
                .with(options)
                .define("Ada", Definition.of("Note" + order).withProperty("text", "STRING"));
    }

    @OnEveryDatabase
    void whatAHandlerFindsIsToldAndKeptWithNothing(Product product) {
        AtomicReference<FindingSeverity> severity = new AtomicReference<>(FindingSeverity.WARNING);
        Listener handler = Listener.of("fussy", Serves.stores("main").kinds(KINDS))
                .onSaving(event -> event.report(severity.get(), "it could be better"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            saveBoth(site, telling(), 3);
            severity.set(FindingSeverity.ERROR);
            saveBoth(site, telling(), 4);

            assertThat(told)
                    .containsExactly(
                            "Article.title WARNING",
                            "Note3 WARNING",
                            "Note3.text WARNING",
                            "Article.title ERROR",
                            "Note4 ERROR",
                            "Note4.text ERROR");
            assertThat(Rows.counted(site.database())).containsEntry("ct_finding", 0L);
        }
    }

    @OnEveryDatabase
    void whatIsCriticalHasToBeConfirmedAndWhatIsFatalIsRefused(Product product) {
        AtomicReference<FindingSeverity> severity = new AtomicReference<>(FindingSeverity.CRITICAL);
        Listener handler = Listener.of("fussy", Serves.stores("main").kinds(KINDS))
                .onSaving(event -> event.report(severity.get(), "it is bad"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            List<Problem> unconfirmed = Desk.refused(() -> saveBoth(site, telling(), 3));
            saveBoth(site, telling().confirming(), 4);
            severity.set(FindingSeverity.FATAL);
            List<Problem> fatal = Desk.refused(() -> saveBoth(site, telling().confirming(), 5));

            assertThat(unconfirmed).extracting(Problem::code).containsExactly(ProblemCode.UNCONFIRMED_FINDING);
            assertThat(fatal).extracting(Problem::code).containsExactly(ProblemCode.FATAL_FINDING);
            assertThat(site.synchronizer().overrides().list()).hasSize(1);
            assertThat(site.synchronizer().catalog().type("Note4")).isPresent();
            assertThat(site.synchronizer().catalog().type("Note5")).isEmpty();
        }
    }

    @OnEveryDatabase
    void rolesAreToldToHandlersAndAccessIsOfContentAlone(Product product) {
        List<Optional<Set<String>>> roles = new ArrayList<>();
        Listener handler =
                Listener.of("guard", Serves.stores("main").kinds(KINDS)).onSaving(event -> roles.add(event.roles()));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            saveBoth(site, SaveOptions.standard().withRoles(Set.of("Guests")), 3);

            assertThat(roles).hasSize(3).containsOnly(Optional.of(Set.of("Guests")));
            assertThat(site.synchronizer().overrides().list()).hasSize(1);
        }
    }

    @Test
    void aValidatorOfOtherThingsThanItemsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> Synchronizer.builder()
                        .saveValidator(Validated.validator(
                                "strict", Serves.stores("main").kinds(KINDS), (item, findings) -> {}))
                        .build())
                .hasMessageContaining("the validator strict is to judge other things than items");
    }
}
