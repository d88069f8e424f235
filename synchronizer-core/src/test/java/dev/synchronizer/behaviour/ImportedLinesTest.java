package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.deletedWith;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.line;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.values;
import static dev.synchronizer.behaviour.Site.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.value.ValueKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a line of an import: what cannot be kept is said of that line, and ends no others. */
class ImportedLinesTest {
    private static final String TOO_MUCH =
            "holds a number of more than 1000 digits or of a huge exponent, or more than 200 objects and arrays within each other";

    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, ImportLines.models(folder));
    }

    private static String deleted(String at, String by) {
        return "'deleted':{'at':'" + at + "','by':'" + by + "','with':'" + id(1) + "'}";
    }

    @OnEveryDatabase
    void namesAndMomentsThatNoDatabaseKeepsAreToldByTheirMembers(Product product) {
        try (Site site = start(product)) {
            ImportReport report = importWhatCanBe(
                    site,
                    page(1, deleted("2026-01-31T00:00:00Z", "x".repeat(300))),
                    page(2, deleted("2026-01-31T00:00:00Z", "\\u0000")),
                    page(3, deleted("+20000-01-31T00:00:00Z", "Ben")),
                    page(4, "'createdAt':'+1000000000-12-31T23:59:59.9Z'"),
                    page(5, "'savedAt':'0000-12-31T23:59:59Z'"),
                    page(6, "'createdBy':''"),
                    page(7, "'savedBy':'a\\nb'"),
                    page(8, "'createdAt':'9999-12-31T23:59:59.999999Z','savedAt':'0001-01-01T00:00:00Z'"));

            assertThat(report.created()).isEqualTo(1);
            assertThat(report.problems().asList()).extracting(Problem::code).containsOnly(ProblemCode.LINE_UNREADABLE);
            assertThat(report.problems().asList())
                    .extracting(Problem::message)
                    .containsExactly(
                            "it has as deleted by the name \"" + "x".repeat(60)
                                    + "…\", which has 300 characters, and 255 at most can be stored",
                            "it has as deleted by the name \"?\", which holds U+0000, which cannot be stored in a name",
                            "it has as deleted at what is outside of the years 1 to 9999",
                            "it has as createdAt what is outside of the years 1 to 9999",
                            "it has as savedAt what is outside of the years 1 to 9999",
                            "it has as createdBy the name \"\", which is blank",
                            "it has as savedBy the name \"a?b\", which holds U+000A, which cannot be stored in a name");
            assertThat(site.items().get(id(8)).createdAt()).hasToString("9999-12-31T23:59:59.999999Z");
        }
    }

    @OnEveryDatabase
    void whatIsSaidTwiceOrIsNotKnownIsToldInsteadOfLeftOut(Product product) {
        try (Site site = start(product)) {
            List<Problem> problems = refused(() -> importInto(
                    site,
                    page(1, "'name':'Again'"),
                    page(2, deletedWith(2).replace("'by'", "'why':'x','by'")),
                    page(3, deletedWith(3).replace("'by'", "'by':'x','by'")),
                    page(4, "'revision':2,'revision':3"),
                    page(5, deletedWith(5), deletedWith(5)),
                    page(6, values("'title':'T'"), values("'number':1"))));

            assertThat(problems)
                    .extracting(Problem::message)
                    .containsExactly(
                            "it holds name more than once",
                            "it has a member deleted why, which no item has",
                            "it holds deleted by more than once",
                            "it holds revision more than once",
                            "it holds deleted more than once",
                            "it holds values more than once");
        }
    }

    @OnEveryDatabase
    void whatIsOfAnotherKindThanItsMemberIsToldByBoth(Product product) {
        try (Site site = start(product)) {
            List<Problem> problems = refused(() -> importInto(
                    site,
                    page(1, "'values':[]"),
                    page(2, "'orphaned':'x'"),
                    page(3, "'deleted':true"),
                    page(4, "'parent':null")));

            assertThat(problems)
                    .extracting(Problem::message)
                    .containsExactly(
                            "it has as values an array instead of an object",
                            "it has as orphaned a string instead of an object",
                            "it has as deleted true or false instead of an object",
                            "it has as parent null instead of a string");
        }
    }

    @OnEveryDatabase
    void revisionsAreWholeNumbersFarFromTheLast(Product product) {
        try (Site site = start(product)) {
            List<String> wrong =
                    List.of("1.5", "0", "-3", "9223372036854775807", "1e30", "1000000000001", "'x'", "null");

            ImportReport report = importWhatCanBe(
                    site,
                    IntStream.range(0, wrong.size())
                            .mapToObj(at -> page(at + 1, "'revision':" + wrong.get(at)))
                            .toArray(String[]::new));

            assertThat(report.problems().asList())
                    .extracting(problem -> problem.subject() + ": " + problem.message())
                    .containsExactlyElementsOf(Stream.of(
                                    "line 1: it has as revision 1.5",
                                    "line 2: it has as revision 0",
                                    "line 3: it has as revision -3",
                                    "line 4: it has as revision 9223372036854775807",
                                    "line 5: it has as revision 1E+30",
                                    "line 6: it has as revision 1000000000001",
                                    "line 7: it has as revision a string",
                                    "line 8: it has as revision null")
                            .map(start -> start + " instead of a whole number from 1 to 1000000000000")
                            .toList());
            importInto(site, page(1, "'revision':1000000000000"));
            assertThat(site.items()
                            .save("Ada", site.items().get(id(1)).with("title", "x"))
                            .revision())
                    .isEqualTo(1_000_000_000_001L);
        }
    }

    @OnEveryDatabase
    void whatIsTooMuchToReadIsToldAsThat(Product product) {
        try (Site site = start(product)) {
            String deep = "[".repeat(200_000) + "]".repeat(200_000);
            List<Problem> problems = refused(() -> importInto(
                    site,
                    page(1, values("'title':" + deep)),
                    page(2, values("'price':" + "1".repeat(1_001))),
                    page(3, values("'price':1e999999999999")),
                    page(4, values("'numbers':[1,1e999999999999]")),
                    page(5, values("'number':1e999999999")),
                    page(6, "'revision':1e999999999999")));

            assertThat(problems)
                    .extracting(Problem::subject, Problem::code, Problem::message)
                    .containsExactly(
                            tuple("line 1", ProblemCode.LINE_UNREADABLE, "it " + TOO_MUCH),
                            tuple("line 2", ProblemCode.LINE_UNREADABLE, "it " + TOO_MUCH),
                            tuple("line 3: Page.price", ProblemCode.UNFIT_VALUE, "the value " + TOO_MUCH),
                            tuple("line 4: Page.numbers", ProblemCode.UNFIT_VALUE, "the value " + TOO_MUCH),
                            tuple(
                                    "line 5: Page.number",
                                    ProblemCode.UNFIT_VALUE,
                                    "the value is not a whole number between -2147483648 and 2147483647"),
                            tuple("line 6", ProblemCode.LINE_UNREADABLE, "it " + TOO_MUCH));
            assertThat(violations(() ->
                            site.items().parse("Page", Map.of(new ValueKey("numbers", ""), "[1e999999999999]"))))
                    .extracting(Violation::message)
                    .containsExactly("\"[1e999999999999]\" " + TOO_MUCH);
        }
    }

    @OnEveryDatabase
    void problemsStandInTheOrderOfTheLines(Product product) {
        try (Site site = start(product)) {
            String[] lines = IntStream.rangeClosed(1, 101)
                    .mapToObj(number -> line("'type':'Page'"))
                    .toArray(String[]::new);

            assertThat(refused(() -> importInto(site, lines)))
                    .extracting(Problem::subject)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 101)
                            .mapToObj(number -> "line " + number)
                            .toList());
        }
    }
}
