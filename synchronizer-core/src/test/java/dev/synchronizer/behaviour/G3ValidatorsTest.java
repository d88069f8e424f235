package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Validated.bySeverity;
import static dev.synchronizer.behaviour.Validated.lines;
import static dev.synchronizer.behaviour.Validated.refused;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Validators say how grave it is what they find, and that decides whether it is saved, kept and told (G3). */
class G3ValidatorsTest {
    @TempDir
    Path folder;

    private Validated start(Product product) {
        return Validated.start(product.freshDatabase(), folder, builder -> builder.saveValidator(bySeverity()));
    }

    private static NewItem note(String title) {
        return NewItem.of("Note", "N").with("title", title);
    }

    @OnEveryDatabase
    void suggestionsAndWarningsAreSavedAndToldAndNotKept(Product product) {
        try (Validated site = start(product)) {
            Item item = site.items().create("Ada", note("SUGGESTION"));
            item = site.items().save("Ada", item.with("title", "WARNING"));

            assertThat(item.revision()).isEqualTo(2);
            assertThat(lines(site.told)).containsExactly("SUGGESTION title grave", "WARNING title grave");
            assertThat(site.items().validation().kept(item.id())).isEmpty();
        }
    }

    @OnEveryDatabase
    void anErrorIsSavedAndKeptUntilALaterSaveIsClean(Product product) {
        try (Validated site = start(product)) {
            Items items = site.items();
            Item item = items.create("Ada", note("ERROR"));

            assertThat(lines(items.validation().kept(item.id()))).containsExactly("ERROR title grave");
            assertThat(lines(site.told)).containsExactly("ERROR title grave");
            item = items.save("Ada", item.with("text", "more"));
            assertThat(lines(items.validation().kept(item.id()))).containsExactly("ERROR title grave");
            List<String> met = new ArrayList<>();
            assertThat(items.validation().eachKept((each, findings) -> met.add(each.name() + lines(findings))))
                    .isEqualTo(1);
            assertThat(met).containsExactly("N[ERROR title grave]");

            item = items.save("Ada", item.with("title", "fine"));
            assertThat(items.validation().kept(item.id())).isEmpty();
            assertThat(items.validation().eachKept((each, findings) -> {})).isZero();
        }
    }

    @OnEveryDatabase
    void aMessageThatNoDatabaseCanHoldRuinsNoSave(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(validator(
                        "odd", (item, findings) -> findings.report(FindingSeverity.ERROR, "half \ud83d and \0"))))) {
            Items items = site.items();
            Item item = items.save("Ada", items.create("Ada", note("a")).with("title", "b"));

            assertThat(items.validation().kept(item.id()))
                    .extracting(Finding::message)
                    .containsExactly("half \ufffd and \ufffd");
        }
    }

    @OnEveryDatabase
    void whatIsCriticalNeedsSomebodyWhoConfirmsItAndIsKept(Product product) {
        try (Validated site = start(product)) {
            Items items = site.items();
            List<String> questions = new ArrayList<>();

            assertThat(refused(() -> items.create("Ada", note("CRITICAL"))))
                    .containsExactly("UNCONFIRMED_FINDING title grave");
            assertThat(refused(() -> items.with(site.telling().asking(question -> {
                                questions.add(question);
                                return false;
                            }))
                            .create("Ada", note("CRITICAL"))))
                    .containsExactly("UNCONFIRMED_FINDING title grave");
            assertThat(questions).singleElement().asString().contains("title: the title is CRITICAL");
            assertThat(items.count(ItemQuery.all())).isZero();
            assertThat(site.told).isEmpty();

            Item asked = items.with(site.telling().asking(question -> true)).create("Ada", note("CRITICAL"));
            Item confirmed = items.with(site.telling().confirming()).create("Ada", note("CRITICAL"));
            assertThat(lines(items.validation().kept(asked.id()))).containsExactly("CRITICAL title grave");
            assertThat(lines(items.validation().kept(confirmed.id()))).containsExactly("CRITICAL title grave");
            assertThat(site.told).hasSize(2);
        }
    }

    @OnEveryDatabase
    void whatIsFatalIsNeverSavedAndAllThatIsWrongIsSaidAtOnce(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(bySeverity()).saveValidator(validator("whole", (item, findings) -> {
                    findings.report(FindingSeverity.FATAL, "it is no good");
                    findings.report(FindingSeverity.CRITICAL, "it is not much good either");
                })))) {
            assertThat(refused(() -> site.items(site.telling().confirming()).create("Ada", note("FATAL"))))
                    .containsExactly("FATAL_FINDING  whole", "FATAL_FINDING title grave");
            assertThat(refused(() -> site.items()
                            .create("Ada", NewItem.of("Article", "A").with("title", "too long"))))
                    .containsExactly(
                            "FATAL_FINDING  whole", "UNCONFIRMED_FINDING  whole", "RULE_BROKEN title maxLength");
        }
    }

    @OnEveryDatabase
    void theSeverityOfBuiltInValidatorsIsConfigured(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.severity("required", FindingSeverity.ERROR)
                        .severity("maxLength", FindingSeverity.WARNING)
                        .severity("allowedParents", FindingSeverity.ERROR)
                        .severity("allowedTypes", FindingSeverity.CRITICAL))) {
            Items items = site.items();
            Item folderItem = items.create("Ada", NewItem.of("Folder", "F"));
            Item untitled = items.create("Ada", NewItem.of("Article", "A"));
            Item page = items.create("Ada", NewItem.of("Page", "P"));
            assertThat(lines(items.validation().kept(untitled.id()))).containsExactly("ERROR title required");
            assertThat(lines(items.validation().kept(page.id()))).containsExactly("ERROR  allowedParents");

            Item renamed = items.rename("Ada", untitled.id(), "B");
            assertThat(lines(items.validation().kept(untitled.id())))
                    .as("nobody has looked at its values")
                    .containsExactly("ERROR title required");
            page = items.save("Ada", page.with("title", "x"));
            assertThat(lines(items.validation().kept(page.id()))).containsExactly("ERROR  allowedParents");
            items.move("Ada", page.id(), folderItem.id());
            assertThat(items.validation().kept(page.id())).isEmpty();

            Item titled =
                    renamed.with("title", "too long").with("related", List.of(new ContentReference(folderItem.id())));
            assertThat(refused(() -> items.save("Ada", titled)))
                    .containsExactly("UNCONFIRMED_FINDING related allowedTypes");
            site.told.clear();
            Item saved = items.with(site.telling().confirming()).save("Ada", titled);
            assertThat(lines(site.told)).containsExactly("CRITICAL related allowedTypes", "WARNING title maxLength");
            assertThat(refused(() -> items.save("Ada", saved.with("title", "short"))))
                    .as("it goes on referring to it")
                    .containsExactly("UNCONFIRMED_FINDING related allowedTypes");
            items.save("Ada", saved.with("title", "short").without("related"));
            assertThat(items.validation().kept(saved.id())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatTheDatabaseCannotHoldIsAlwaysFatalAndUnknownNamesAreRefusedAtTheStart(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(), folder, builder -> builder.severity("required", FindingSeverity.WARNING))) {
            assertThat(refused(() -> site.items()
                            .create(
                                    "Ada",
                                    NewItem.of("Article", "A").with("title", 5).with("titel", "x"))))
                    .containsExactly("UNKNOWN_VALUE titel name", "UNFIT_VALUE title STRING");
        }
        for (String name : List.of("exists", "access", "name", "requird")) {
            assertThatThrownBy(() -> Validated.start(
                            product.freshDatabase(), folder, builder -> builder.severity(name, FindingSeverity.ERROR)))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT824")
                    .hasMessageContaining("allowedChildren, allowedParents, allowedTypes");
        }
    }

    @OnEveryDatabase
    void validatorsWithoutAStoreAndWithATakenNameAreRefusedAtTheStart(Product product) {
        for (Serves serves :
                List.of(Serves.stores(new String[0]), Serves.stores("main").kinds(SubjectKind.DEFINITION))) {
            assertThatThrownBy(() -> Validated.start(
                            product.freshDatabase(),
                            folder,
                            builder -> builder.saveValidator(validator("v", serves, (item, findings) -> {}))))
                    .hasMessageContaining("CT812");
        }
        for (String name : List.of("grave", "required")) {
            assertThatThrownBy(() -> Validated.start(
                            product.freshDatabase(),
                            folder,
                            builder -> builder.saveValidator(bySeverity())
                                    .saveValidator(validator(name, (item, findings) -> {}))))
                    .hasMessageContaining("two validators have the name " + name);
        }
    }

    @OnEveryDatabase
    void aValidatorSeesWhatWasAndWhatIsToBeAfterHandlersHaveChangedIt(Product product) {
        List<String> seen = new ArrayList<>();
        SaveHandler handler = new SaveHandler() {
            @Override
            public String name() {
                return "shouts";
            }

            @Override
            public Serves serves() {
                return Serves.stores("main");
            }

            @Override
            public void saving(SavingEvent event) {
                if (event.operation() == SaveOperation.CREATE || event.operation() == SaveOperation.UPDATE) {
                    event.set("title", event.after().get("title", "").orElse("") + "!");
                }
                event.report(FindingSeverity.ERROR, "title", "", "it shouts");
            }
        };
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveHandler(handler)
                        .saveValidator(validator(
                                "looks",
                                Serves.stores("main").types("Note"),
                                (item, findings) -> seen.add(item.operation() + " " + item.origin() + " " + item.actor()
                                        + " " + item.roles() + " "
                                        + item.before().get("title", "") + " "
                                        + item.after().get("title", "") + " "
                                        + item.changes().properties())))
                        .saveValidator(validator(
                                "elsewhere", Serves.stores("archive"), (item, findings) -> seen.add("no"))))) {
            Items items = site.items(site.telling().withRoles(List.of("Editors")));
            Item item = items.create("Ada", note("a"));
            item = items.save("Ben", item.with("title", "b"));
            items.delete("Ben", item.id());
            items.restore("Ben", item.id());

            assertThat(seen)
                    .containsExactly(
                            "CREATE API Ada Optional[[Editors]] Optional.empty Optional[a!] [title]",
                            "UPDATE API Ben Optional[[Editors]] Optional[a!] Optional[b!] [title]");
            assertThat(lines(items.validation().kept(item.id()))).containsExactly("ERROR title shouts");
        }
    }

    @OnEveryDatabase
    void itemsOfATypeWithAccessAreSavedByThoseWhoHaveOneOfItsRoles(Product product) {
        try (Validated site = Validated.start(product.freshDatabase(), folder, builder -> {})) {
            Items anybody = site.items();
            Items editor = site.items(SaveOptions.standard().withRoles(List.of("Editors", "Readers")));
            Items reader = site.items(SaveOptions.standard().withRoles(List.of("Readers")));
            Item item = editor.create("Ada", NewItem.of("Article", "A").with("title", "T"));
            String denied = "ACCESS_DENIED  access";

            assertThat(refused(() ->
                            reader.create("Eve", NewItem.of("Article", "A").with("title", "too long"))))
                    .containsExactly(denied, "RULE_BROKEN title maxLength");
            assertThat(refused(() -> reader.save("Eve", item.with("title", "x"))))
                    .containsExactly(denied);
            assertThat(refused(() -> reader.rename("Eve", item.id(), "x"))).containsExactly(denied);
            assertThat(refused(() -> reader.move("Eve", item.id(), null))).containsExactly(denied);
            assertThatThrownBy(() -> reader.duplicate("Eve", item.id(), null, false))
                    .hasMessageContaining("CT821");
            assertThat(Desk.refused(() -> reader.delete("Eve", item.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ACCESS_DENIED);
            editor.delete("Ada", item.id());
            assertThat(Desk.refused(() -> reader.restore("Eve", item.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ACCESS_DENIED);
            assertThat(Desk.refused(() -> reader.purge("Eve", item.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ACCESS_DENIED);
            assertThat(anybody.restore("Ada", item.id())).isEqualTo(1);
            assertThat(reader.create("Eve", note("n")).revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void theBinIsOpenToItemsWithFindingsUnlessAValidatorNamesIt(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(validator("fussy", (item, findings) -> {
                            if (item.operation() != SaveOperation.CREATE) {
                                findings.report(FindingSeverity.FATAL, "never");
                            }
                        }))
                        .saveValidator(validator(
                                "keeper",
                                Serves.stores("main").operations(SaveOperation.PURGE),
                                (item, findings) ->
                                        findings.report(FindingSeverity.CRITICAL, "it is gone for good"))))) {
            Item item = site.items().create("Ada", note("a"));

            site.items().delete("Ada", item.id());
            assertThat(Desk.refused(() -> site.items().purge("Ada", item.id())))
                    .singleElement()
                    .asString()
                    .startsWith("CT823 error \"N\" (" + item.id() + ") Note: it is gone for good.");
            assertThat(site.items(site.telling().confirming()).purge("Ada", item.id()))
                    .isEqualTo(1);
        }
    }
}
