package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.spring.SynchronizerReport.ProblemText;
import dev.synchronizer.spring.SynchronizerReport.Step;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** A migration step is code: that of the application itself runs when it starts, and that of other jars if it may. */
class StepsTest {
    private TestDatabase database = H2Server.inMemory();
    private Path next;

    @TempDir
    Path folder;

    @BeforeEach
    void anEarlierRelease() {
        keepAnItem();
        next = Applications.siteWithStep(folder, "1.1", "Now");
    }

    private void keepAnItem() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .run(context -> context.getBean(Items.class)
                        .create("Ada", NewItem.of("Article", "Opening").with("title", "Soon")));
    }

    @Test
    void aStepOnTheClassPathOfTheApplicationRuns() throws IOException {
        try (URLClassLoader classes = new URLClassLoader(urls(next), getClass().getClassLoader())) {
            onClassPath(classes).run(context -> assertThat(title(context)).isEqualTo("Now"));
        }
    }

    @Test
    void soItDoesAsItIsNowWhereAnotherClassLoaderKnowsItAsItWas() throws IOException, ClassNotFoundException {
        Path classes = Applications.withStep("1.1", "Later").folder(folder.resolve("classes"));
        try (URLClassLoader first = new URLClassLoader(urls(classes), getClass().getClassLoader());
                Restarted restarted = new Restarted(urls(classes), first)) {
            first.loadClass("com.acme.Announce");
            Applications.withStep("1.1", "Now").folder(classes);

            onClassPath(restarted).run(context -> assertThat(title(context)).isEqualTo("Now"));
        }
    }

    /** Looks into its own places before it asks its parent, as the class loader of Spring Boot's developer tools does. */
    private static final class Restarted extends URLClassLoader {
        Restarted(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
                    loaded = findClass(name);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            try {
                URL found = getResource(name);
                return found == null ? null : found.openStream();
            } catch (IOException e) {
                return null;
            }
        }
    }

    @Test
    void onTheClassPathItDoesNotRunIfThePropertyForbidsIt() throws IOException {
        try (URLClassLoader classes = new URLClassLoader(urls(next), getClass().getClassLoader())) {
            onClassPath(classes)
                    .withPropertyValues("synchronizer.run-steps=false")
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining(
                                    "the migration step Announce of acme-site for version 1.1 has to run"));
        }
        Applications.on(database)
                .withPropertyValues("synchronizer.packages=nowhere")
                .run(context -> assertThat(title(context)).isEqualTo("Soon"));
    }

    @Test
    void aStepOfGivenModelsEndsTheStartAndThePropertyIsTheWayOut() {
        given().run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new SynchronizerFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains("CT314 com.acme.Announce");
            assertThat(analysis.getAction())
                    .contains("run with synchronizer.run-steps=true, which loads the step's class and runs it")
                    .doesNotContain("--run-steps");
        });
    }

    @Test
    void itRunsOnceThePropertyAllowsIt() {
        given("synchronizer.run-steps=true")
                .run(context -> assertThat(title(context)).isEqualTo("Now"));
        given().run(context -> {
            assertThat(title(context)).isEqualTo("Now");
            assertThat(report(context).steps()).isEmpty();
            assertThat(report(context).status()).isEqualTo("in-sync");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.synchronizer.spring.SiteTest#servers")
    void soItDoesOnEveryDatabase(TestServer server) {
        database = server.prepared();
        keepAnItem();

        given("synchronizer.run-steps=true")
                .run(context -> assertThat(title(context)).isEqualTo("Now"));
    }

    @Test
    void withCommittingSwitchedOffItWaitsAndTheNodeIsUp() {
        given("synchronizer.commit=false", "synchronizer.run-steps=true").run(context -> {
            assertThat(title(context)).isEqualTo("Soon");
            assertThat(report(context).types()).isEqualTo(new TypeCounts(1, 0, 0, 0, 0, 0));
            assertThat(report(context).steps()).containsExactly(new Step("acme-site", "Announce", "1.1", "after", 1L));
            assertThat(report(context).status()).isEqualTo("pending");
            assertThat(health(context)).isEqualTo(Status.UP);
        });
    }

    @Test
    void whereTheApplicationIsToStartNeverthelessItIsDegradedAndSaysWhatWouldHelp() {
        given("synchronizer.on-failure=start").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(title(context)).isEqualTo("Soon");
            assertThat(report(context).status()).isEqualTo("failed");
            assertThat(report(context).steps()).extracting(Step::name).containsExactly("Announce");
            assertThat(report(context).problems())
                    .extracting(ProblemText::code, problem -> problem.fix().contains("synchronizer.run-steps=true"))
                    .containsExactly(tuple("CT314", true));
            assertThat(health(context)).isEqualTo(SynchronizerHealthIndicator.DEGRADED);
        });
    }

    private ApplicationContextRunner onClassPath(ClassLoader classes) {
        return Applications.on(database).withClassLoader(classes).withPropertyValues("synchronizer.packages=com.acme");
    }

    private ApplicationContextRunner given(String... properties) {
        return Applications.on(database)
                .withPropertyValues("synchronizer.models=" + next)
                .withPropertyValues(properties);
    }

    private static Object title(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed();
        Item article =
                context.getBean(Items.class).list(ItemQuery.ofTypes("Article")).get(0);
        return article.get("title").orElseThrow();
    }

    private static SynchronizerReport report(ApplicationContext context) {
        return SynchronizerReport.of(
                context.getBean(ApplicationSynchronizer.class).state());
    }

    private static Status health(ApplicationContext context) {
        return context.getBean(SynchronizerHealthIndicator.class).health().getStatus();
    }

    private static URL[] urls(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return urls;
    }
}
