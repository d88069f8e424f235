package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.Validated.bySeverity;
import static dev.synchronizer.behaviour.Validated.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Items;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.transfer.InvalidImportException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** What is found in lines of an import is fatal for the line, or kept with its item, as elsewhere (G3). */
class G3ValidatorsImportTest {
    private static final SaveOptions IMPORT = SaveOptions.standard().from(SaveOrigin.IMPORT);

    @TempDir
    Path folder;

    private Validated start(Product product) {
        return Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(bySeverity())
                        .severity("allowedTypes", FindingSeverity.ERROR)
                        .severity("required", FindingSeverity.WARNING));
    }

    private static String note(int number, String title) {
        return ImportLines.line(
                "'id':'" + id(number) + "','type':'Note','name':'N'", "'values':{'title':'" + title + "'}");
    }

    private static String article(int number, int related) {
        return ImportLines.line(
                "'id':'" + id(number) + "','type':'Article','name':'A'",
                "'values':{'related':['" + id(related) + "']}");
    }

    private static ImportReport read(Validated site, SaveOptions saving, boolean continueOnError, String... lines) {
        return site.synchronizer()
                .transfer()
                .with(saving)
                .importFrom(
                        "Importer",
                        new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)),
                        ImportOptions.allOrNothing().withContinueOnError(continueOnError));
    }

    private static List<String> found(ImportReport report) {
        return report.findings().stream()
                .map(each -> each.line() + " " + each.finding().severity() + " "
                        + each.finding().property())
                .toList();
    }

    private static List<String> kept(Validated site, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number ->
                        lines(site.items().validation().kept(id(number))).toString())
                .toList();
    }

    @OnEveryDatabase
    void whatIsFatalOrUnconfirmedIsAFaultOfItsLine(Product product) {
        try (Validated site = start(product)) {
            String[] lines = {note(1, "WARNING"), note(2, "FATAL"), note(3, "CRITICAL"), note(4, "ERROR")};

            InvalidImportException refusal =
                    catchThrowableOfType(InvalidImportException.class, () -> read(site, IMPORT, false, lines));
            assertThat(ImportLines.linesOf(refusal.problems().asList()))
                    .containsExactly("line 2 FATAL_FINDING", "line 3 UNCONFIRMED_FINDING");
            assertThat(site.items().find(id(1))).isEmpty();

            ImportReport report = read(site, IMPORT, true, lines);
            assertThat(report.created()).isEqualTo(2);
            assertThat(report.left()).isEqualTo(2);
            assertThat(report.problems().stream().map(Problem::subject))
                    .containsExactly("line 2: Note.title", "line 3: Note.title");
            assertThat(found(report)).containsExactly("1 WARNING title", "4 ERROR title");
            assertThat(kept(site, 1, 4)).containsExactly("[]", "[ERROR title grave]");

            ImportReport confirmed = read(site, IMPORT.confirming(), false, note(3, "CRITICAL"), note(4, "fine"));
            assertThat(found(confirmed)).containsExactly("1 CRITICAL title");
            assertThat(kept(site, 3, 4)).containsExactly("[CRITICAL title grave]", "[]");
            assertThat(read(site, IMPORT, false, exported(site)).unchanged()).isEqualTo(2);
        }
    }

    private static String[] exported(Validated site) {
        return List.of(1, 3, 4).stream()
                .map(number -> site.synchronizer().transfer().line(id(number)))
                .filter(line -> !line.contains("CRITICAL"))
                .toArray(String[]::new);
    }

    @OnEveryDatabase
    void whatAnItemRefersToMayComeLaterAndItsTypeIsLookedAtThen(Product product) {
        try (Validated site = start(product)) {
            ImportReport report = read(site, IMPORT, false, article(1, 2), note(2, "a"), article(3, 1));

            assertThat(found(report)).containsExactly("1 ERROR related", "1 WARNING title", "3 WARNING title");
            assertThat(kept(site, 1, 2, 3)).containsExactly("[ERROR related allowedTypes]", "[]", "[]");
        }
    }

    @OnEveryDatabase
    void aLineThatIsTakenBackLeavesWhatWasKeptOfItsItem(Product product) {
        try (Validated site = start(product)) {
            read(site, IMPORT, false, note(1, "ERROR"), note(2, "x"));
            String lost = ImportLines.line(
                    "'id':'" + id(1) + "','type':'Note','name':'N'",
                    "'parent':'" + id(9) + "'",
                    "'values':{'title':'fine'}");

            ImportReport report = read(site, IMPORT, true, lost);

            assertThat(report.left()).isEqualTo(1);
            assertThat(site.items().get(id(1)).get("title")).contains("ERROR");
            assertThat(kept(site, 1)).containsExactly("[ERROR title grave]");
        }
    }

    @OnEveryDatabase
    void whatTheLastSaveOfAnItemFindsIsKept(Product product) {
        for (boolean mended : new boolean[] {true, false}) {
            Listener handler = Listener.of("later", Serves.stores("main").operations(SaveOperation.CREATE))
                    .onSaving(event -> {
                        if (event.subject().key().equals(id(2).toString())) {
                            Items items = event.via(Items.class);
                            items.save("handler", items.get(id(1)).with("title", mended ? "fine" : "ERROR"));
                        }
                    });
            try (Validated site = Validated.start(
                    product.freshDatabase(),
                    folder,
                    builder -> builder.saveValidator(bySeverity()).saveHandler(handler))) {
                read(site, IMPORT, true, note(9, "a"));
                String below = ImportLines.line(
                        "'id':'" + id(1) + "','type':'Note','name':'N'",
                        "'parent':'" + id(9) + "'",
                        "'values':{'title':'" + (mended ? "ERROR" : "fine") + "'}");

                read(site, IMPORT, true, below, note(2, "a"));

                assertThat(kept(site, 1)).containsExactly(mended ? "[]" : "[ERROR title grave]");
            }
        }
    }
}
