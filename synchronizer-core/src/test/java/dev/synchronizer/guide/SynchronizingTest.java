package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Analysis;
import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.RunRecord;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about synchronizing, done on an embedded database. */
class SynchronizingTest {
    private final DataSource dataSource = H2Server.inMemory().dataSource();

    @TempDir
    Path folder;

    @Test
    void atStartUp() throws IOException {
        Path jar = site("1.0", "Article", "Page");
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            // guide: start-up
            try (Synchronizer synchronizer = Synchronizer.builder()
                    .dataSource(dataSource)
                    .runningClassPath(application)
                    .packages(List.of("com.acme"))
                    .build()) {
                synchronizer.synchronize();
            }
            // end
        }
        assertThat(types()).containsExactly("Article", "Page");
    }

    @Test
    void whatWentWrong() {
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(folder.resolve("nowhere.jar"))
                .build()) {
            assertThatThrownBy(() -> start(synchronizer)).hasMessageContaining("CT101");
        }
    }

    private static SyncReport start(Synchronizer synchronizer) {
        // guide: what went wrong
        try {
            return synchronizer.synchronize();
        } catch (SyncRefusedException e) {
            throw new IllegalStateException("the plan was refused: " + e.plan().refusals(), e);
        } catch (ProblemsException e) {
            List<String> errors =
                    e.problems().errors().stream().map(Problem::toString).toList();
            throw new IllegalStateException(String.join("\n", errors), e);
        }
        // end
    }

    @Test
    void lookingFirst() {
        Path models = site("1.0", "Article");
        // guide: dry run
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(models).build()) {
            SyncPlan plan = synchronizer.analyze().plan();
            for (TypePlan type : plan.types()) {
                System.out.println(type.name() + ": " + type.state().label() + " "
                        + type.diff().reasons());
            }
        }
        // end
        assertThat(types()).isEmpty();
    }

    @Test
    void twoReleasesWithoutADatabase() {
        ContentModel released = read(site("1.0", "Article", "Page"));
        ContentModel candidate = read(site("1.1", "Article"));
        // guide: compare
        SyncPlan plan = Synchronizer.compare(released, candidate);
        boolean harmless = plan.summary().grade() == Grade.COMPATIBLE;
        // end
        assertThat(harmless).isFalse();
    }

    @Test
    void orphansAreKeptForAWhile() {
        synchronize(site("1.0", "Article", "Page"));
        Path models = site("1.1", "Article");
        // guide: orphans
        Policy patient = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(models)
                .policy(patient)
                .build()) {
            synchronizer.synchronize();
        }
        // end
        assertThat(types()).containsExactly("Article", "Page");
    }

    @Test
    void aModuleThatIsGone() {
        Path site = site("1.0", "Article");
        synchronize(
                site, ModelJar.of(source("Item")).version("acme-shop", "1.0").jar(folder.resolve("acme-shop.jar")));
        // guide: gone
        Policy withoutShop = Policy.standard().withScope(Scope.everything().gone(List.of("acme-shop")));
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(site)
                .policy(withoutShop)
                .build()) {
            synchronizer.synchronize();
        }
        // end
        assertThat(types()).containsExactly("Article");
    }

    @Test
    void anOlderNode() {
        synchronize(site("1.1", "Article", "Page"));
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(site("1.0", "Article"))
                .build()) {
            // guide: version gate
            SyncReport report = synchronizer.synchronize();
            boolean anOlderRelease =
                    report.plan().modules().stream().anyMatch(module -> module.state() == ModuleState.GATED);
            // end
            assertThat(anOlderRelease).isTrue();
            assertThat(report.committed()).isFalse();
        }
    }

    @Test
    void aPlanThatIsAppliedLater() {
        Path models = site("1.0", "Article");
        Path file = folder.resolve("release.plan");
        // guide: save a plan
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(models).build()) {
            Analysis analysis = synchronizer.analyze();
            analysis.toPlanFile().write(file);
        }
        // end
        // guide: apply a plan
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .actor("release 2.3")
                .build()) {
            synchronizer.apply(PlanFile.read(file));
        }
        // end
        assertThat(types()).containsExactly("Article");
        // guide: history
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            for (RunRecord run : synchronizer.runs(10)) {
                System.out.println(run.id() + " " + run.startedAt() + " " + run.actor());
            }
        }
        // end
    }

    @Test
    void analysisOnly() {
        Path models = site("1.0", "Article", "Page");
        // guide: one type
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(models)
                .commit(false)
                .build()) {
            synchronizer.synchronize();
            synchronizer.synchronizeTypes(List.of("Article"));
        }
        // end
        assertThat(types()).containsExactly("Article");
    }

    private void synchronize(Path... models) {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(models).build()) {
            synchronizer.synchronize();
        }
    }

    private List<String> types() {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).build()) {
            return synchronizer.stored().types().stream().map(t -> t.name()).toList();
        }
    }

    private static ContentModel read(Path models) {
        try (Synchronizer synchronizer = Synchronizer.builder().models(models).build()) {
            return synchronizer.validate().model();
        }
    }

    private Path site(String version, String... types) {
        ModelJar jar = ModelJar.of().version("acme-site", version);
        for (String type : types) {
            jar.with(source(type));
        }
        return jar.jar(folder.resolve("acme-site-" + version + ".jar"));
    }

    private static String source(String type) {
        return "package com.acme; @dev.synchronizer.annotation.ContentType public class " + type
                + " { public String getTitle() { return null; } public void setTitle(String title) {} }";
    }
}
