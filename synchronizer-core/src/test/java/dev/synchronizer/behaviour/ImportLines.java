package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.transfer.ItemTransfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of an import, put together from members in which ' stands for ". */
final class ImportLines {
    private ImportLines() {}

    /** A type Page with a title, a number and what comes next. */
    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {" + property("String", "title") + property("Integer", "number")
                        + property("BigDecimal", "price") + property("List<Integer>", "numbers")
                        + property("ContentReference", "next") + "}");
    }

    static UUID id(int number) {
        return UUID.fromString("01a1fe63-4b7e-7000-872e-%012d".formatted(number));
    }

    /** An item of the type Page, named after its number. */
    static String page(int number, String... members) {
        String identity = "'id':'" + id(number) + "','type':'Page','name':'N" + number + "'";
        return line(Stream.concat(Stream.of(identity), Stream.of(members)).toArray(String[]::new));
    }

    /** Empty ones are left out. */
    static String line(String... members) {
        return Stream.of(members)
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(",", "{", "}"))
                .replace('\'', '"');
    }

    static String below(int parent) {
        return "'parent':'" + id(parent) + "'";
    }

    static String revision(long number) {
        return "'revision':" + number;
    }

    static String values(String members) {
        return "'values':{" + members + "}";
    }

    static String title(String title) {
        return values("'title':'" + title + "'");
    }

    static String refersTo(int target) {
        return values("'next':'" + id(target) + "'");
    }

    static String deletedWith(int root) {
        return "'deleted':{'at':'2026-03-04T10:00:00Z','by':'Ben','with':'" + id(root) + "'}";
    }

    static ImportReport importInto(Site site, String... lines) {
        return imported(site, ImportOptions.allOrNothing(), lines);
    }

    static ImportReport importWhatCanBe(Site site, String... lines) {
        return imported(site, ImportOptions.allOrNothing().withContinueOnError(true), lines);
    }

    private static ImportReport imported(Site site, ImportOptions options, String... lines) {
        return imported(site.transfer(), options, lines);
    }

    private static ImportReport imported(ItemTransfer transfer, ImportOptions options, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        return transfer.importFrom("Importer", new ByteArrayInputStream(bytes), options);
    }

    /** @param continued whether lines that are wrong are left out */
    static ImportReport importWith(SaveOptions saving, boolean continued, Site site, String... lines) {
        return imported(
                site.transfer().with(saving), ImportOptions.allOrNothing().withContinueOnError(continued), lines);
    }

    /** All there is, in the recycle bin too. */
    static String export(Site site) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        site.transfer().export(ItemQuery.all().in(Bin.ANY), out);
        return out.toString(UTF_8);
    }

    /** Such as {@code line 3 WRONG_PLACE}. */
    static List<String> linesOf(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.subject().replaceAll(":.*", "") + " "
                        + problem.code().name())
                .toList();
    }
}
