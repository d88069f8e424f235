package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.line;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.values;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the item of a line is said all at once, and each time by the place where it stands. */
class ImportedFaultsTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType public class Page {"
                                + property("@NotNull String", "title")
                                + property("@Property(localized = true) Integer", "number")
                                + property("ContentReference", "next") + "}",
                        "@ContentType public class Note {" + property("String", "next") + "}"));
    }

    private static String named(int number, String name, String... members) {
        return page(number, members).replace("\"N" + number + "\"", "\"" + name + "\"");
    }

    @OnEveryDatabase
    void aWrongNameHidesNothingElseThatIsWrong(Product product) {
        try (Site site = start(product)) {
            assertThat(refused(() -> importInto(site, named(1, " ", values("'next':5")))))
                    .extracting(Problem::subject, Problem::code)
                    .containsExactly(
                            tuple("line 1: Page", ProblemCode.WRONG_ITEM_NAME),
                            tuple("line 1: Page.next", ProblemCode.UNFIT_VALUE),
                            tuple("line 1: Page.title", ProblemCode.VALUE_MISSING));
        }
    }

    @OnEveryDatabase
    void whatWasToStandBelowAnItemOfAWrongNameIsToldThatItWasLeftOut(Product product) {
        try (Site site = start(product)) {
            assertThat(importWhatCanBe(
                                    site,
                                    named(1, " ", values("'title':'T'")),
                                    page(2, below(1), values("'title':'T'")))
                            .problems()
                            .asList())
                    .extracting(Problem::message)
                    .containsExactly(
                            "the name \" \" is blank",
                            "the item " + id(1) + " that it was to stand below was left out");
        }
    }

    @OnEveryDatabase
    void eachLanguageInWhichAValueIsWrongIsNamed(Product product) {
        try (Site site = start(product)) {
            List<Problem> problems = refused(() -> importInto(
                    site,
                    page(1, values("'title':'T','number':{'de':'x','en':1,'fr':true}")),
                    page(2, values("'title':'T','number':{'de':1,'DE':2}")),
                    page(3, values("'title':'T','number':{'':1,'':2}")),
                    page(4, values("'title':'T','number':{'no tag':1}")),
                    page(5, values("'title':'T','number':7"))));

            assertThat(problems)
                    .extracting(Problem::subject, Problem::message)
                    .containsExactly(
                            tuple(
                                    "line 1: Page.number[de]",
                                    "the value is a string, and a value of the data type INTEGER is a number"),
                            tuple(
                                    "line 1: Page.number[fr]",
                                    "the value is true or false, and a value of the data type INTEGER is a number"),
                            tuple("line 2: Page.number[DE]", "the value is given twice"),
                            tuple("line 3: Page.number", "the value is given twice"),
                            tuple(
                                    "line 4: Page.number[no tag]",
                                    "the value is of the language \"no tag\", which is no tag such as de or de-CH"),
                            tuple("line 5: Page.number", "the value is no object with values by language"));
        }
    }

    @OnEveryDatabase
    void anItemThatIsThereOfAnotherTypeIsNoneOfTheLine(Product product) {
        try (Site site = start(product)) {
            String note = line("'id':'" + id(1) + "'", "'type':'Note'", "'name':'A'", values("'next':'soon'"));
            importInto(site, note, page(2, values("'title':'T'")));

            assertThat(refused(() -> importInto(
                            site,
                            page(
                                    1,
                                    values("'title':'T',"
                                            + refersTo(2)
                                                    .replace("'values':{", "")
                                                    .replace("}", ""))))))
                    .extracting(Problem::subject, Problem::code, Problem::message)
                    .containsExactly(tuple(
                            "line 1: " + id(1), ProblemCode.IMPORT_CONFLICT, "the item there is of the type Note"));
        }
    }
}
