package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.read;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Analysis;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C8: what means the same compares as the same, and reading twice gives the same bytes. */
class C8CanonicalComparisonTest {
    private static final String BLOCKS = "package com.acme; import dev.synchronizer.annotation.*;"
            + " @ContentType(kind = ContentKind.BLOCK) public record %s(String text) {}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            access = {"editor", "admin"}                    | access = {"admin", "editor", "admin"}
            allowedChildren = {One.class, Two.class}        | allowedChildren = {Two.class, One.class}
            locked = {"order", "icon"}                      | locked = {"icon", "order"}
            displayName = "", description = "", guid = ""   | order = 100
            access = {}, allowedParents = {}, icon = ""     | order = 100
            description = "a\\r\\nb\\rc"                    | description = "a\\nb\\nc"
            """)
    void whatMeansTheSameMakesNoDifference(String one, String other) {
        String common = one.contains("order = 100") || other.contains("order = 100") ? "order = 100" : "order = 7";
        assertThat(differs(content(with(one, common)), content(with(other, common))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            description = "a"      | description = " a"
            description = "a"      | description = "a\\n"
            description = " "      | order = 100
            displayName = "Straße" | displayName = "STRASSE"
            """)
    void textIsNeverTrimmedOrFolded(String one, String other) {
        assertThat(differs(content(with(one, "order = 100")), content(with(other, "order = 100"))))
                .isTrue();
    }

    @Test
    void orderOfTypesPropertiesAndConstraintsInCodeMakesNoDifference() {
        String one =
                "@ContentType public record Article(@AllowedTypes({One.class, Two.class}) ContentReference a, int b) {}";
        String two =
                "@ContentType public record Article(int b, @AllowedTypes({Two.class, One.class}) ContentReference a) {}";
        String imports = "package com.acme; import dev.synchronizer.annotation.*; ";

        assertThat(differs(imports + one, imports + two)).isFalse();
    }

    @Test
    void emptySettingsOfAPropertyAreUnsaid() {
        assertThat(differs(
                        article("@Property(name=\"\",displayName=\"\",prompt=\"\",defaultValue=\"\",locked={}) String"),
                        article("String")))
                .isFalse();
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void localeAndTimeZoneOfTheMachineMakeNoDifference() {
        Path site = site("1.0", type("Image", "id", "INDEX", "title"), content("displayName = \"I\""));
        String expected = bytes(site);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(bytes(site)).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void numbersInMessagesHaveTheSameDigitsInEveryLanguage() {
        Analysis analysis = Synchronizer.builder()
                .models(site("1.0", type("Article")))
                .build()
                .analyze();
        PlanFile saved = analysis.toPlanFile();
        SyncPlan moved =
                new SyncPlan(7, analysis.plan().summary(), List.of(), List.of(), Problems.none(), Problems.none());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(saved.confirm(moved).refusals().asList())
                    .extracting(Problem::message)
                    .containsExactly("it was made at revision 0 of the stored model, which is now at 7");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void twoReadingsOfEqualJarsGiveTheSameBytesHoweverTheyArePacked() {
        ModelJar site = ModelJar.of(type("Article", "title", "body"), type("Page", "title"), content("order = 5"))
                .with(BLOCKS.formatted("One"), BLOCKS.formatted("Two"))
                .version("site", "1.0");
        String expected = bytes(site.jar(folder.resolve("a.jar")));

        assertThat(bytes(folder.resolve("a.jar"))).isEqualTo(expected);
        assertThat(bytes(site.shuffled(3).jar(folder.resolve("b.jar")))).isEqualTo(expected);
        assertThat(bytes(site.withoutFolderEntries().jar(folder.resolve("c.jar"))))
                .isEqualTo(expected);
        assertThat(bytes(site.folder(folder.resolve("classes")))).isEqualTo(expected);
    }

    @Test
    void theOrderInWhichJarsAreGivenMakesNoDifference() {
        Path one = ModelJar.of(type("Article")).version("one", "1.0").jar(folder.resolve("one.jar"));
        Path two = ModelJar.of(type("Page")).version("two", "1.0").jar(folder.resolve("two.jar"));

        assertThat(bytes(one, two)).isEqualTo(bytes(two, one));
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        ModelJar jar = ModelJar.of(type("Article", "title", "body"), type("Page", "title"));
        for (int i = 0; i < 3_000; i++) {
            jar.entry("com/acme/other/C" + i + ".class", "a class that declares nothing");
        }
        Path site = jar.version("site", "1.0").shuffled(5).jar(folder.resolve("site.jar"));

        assertThat(bytes(builder -> builder.scanThreads(4), site))
                .contains("Article")
                .isEqualTo(bytes(site));
        assertThatThrownBy(() -> Synchronizer.builder().scanThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one thread");
    }

    @OnEveryDatabase
    void nothingOfThisIsPendingAfterACommit(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", content("access = {\"b\", \"a\"}, description = \"x\\r\\ny\", order = 7")));

        assertThat(node.with(b -> b.forceScan(true))
                        .start(site("1.0", content("access = {\"a\", \"b\"}, description = \"x\\ny\", order = 7")))
                        .committed())
                .isFalse();
    }

    private boolean differs(String one, String other) {
        ContentModel before = read(site("1.0", one));
        return Synchronizer.compare(before, read(site("1.1", other))).isPending();
    }

    /** A saved plan is the whole model in its canonical form. */
    private String bytes(Path... models) {
        return bytes(builder -> {}, models);
    }

    private String bytes(Consumer<SynchronizerBuilder> configuration, Path... models) {
        SynchronizerBuilder builder =
                Synchronizer.builder().models(models).clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        configuration.accept(builder);
        try (Synchronizer synchronizer = builder.build()) {
            Analysis analysis = synchronizer.analyze();
            Path file = folder.resolve("plan.json");
            analysis.toPlanFile().write(file);
            return new String(ModelJar.bytesOf(file), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String with(String elements, String common) {
        return elements.contains("order =") ? elements : elements + ", " + common;
    }

    private static String content(String elements) {
        return annotatedType("@ContentType(" + elements + ")", "Content", "text");
    }

    private static String article(String property) {
        return "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                + property(property, "value") + "}";
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with(BLOCKS.formatted("One"), BLOCKS.formatted("Two"))
                .version("site", version)
                .jar(folder.resolve("site-" + version + ".jar"));
    }
}
