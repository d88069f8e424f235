package dev.synchronizer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.problem.ProblemsException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SchedulerLibraryTest {
    @Test
    void withoutTheLibraryASynchronizerWithSchedulesIsRefusedNamingTheDependency() throws Exception {
        try (URLClassLoader without = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> trial = (Callable<?>) without.loadClass(Trial.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(trial.call())
                    .isEqualTo("none; CT851 error schedule hourly: com.github.kagkarlsson:db-scheduler, which keeps"
                            + " schedules, is not on the class path. Fix: add the dependency"
                            + " com.github.kagkarlsson:db-scheduler, or take the schedules away.");
        }
        assertThat(new Trial().call()).isEqualTo("none; hourly");
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("db-scheduler")) {
                entries.add(new File(entry).toURI().toURL());
            }
        }
        return entries.toArray(URL[]::new);
    }

    /** Loaded where the library is missing: what becomes of a synchronizer without a schedule, and of one that has one. */
    public static final class Trial implements Callable<String> {
        @Override
        public String call() {
            try (Synchronizer none = Synchronizer.builder().build()) {
                none.startSchedules();
            }
            try (Synchronizer one = Synchronizer.builder()
                    .applyRules(RuleSchedule.every("hourly", Duration.ofHours(1)))
                    .build()) {
                return one.commits() ? "none; hourly" : "none";
            } catch (ProblemsException e) {
                return "none; " + e.problems();
            }
        }
    }
}
