package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemsException;
import java.io.File;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.StringUtils;

/**
 * What an application says under {@code synchronizer}.
 *
 * @param enabled Whether content types are synchronized at all; if not, none of the synchronizer's beans is made.
 * @param models Jars, folders of classes and folders of jars to scan for content types, in class path order.
 * @param runningClassPath Whether the class path of the application is scanned for content types. Without a value, it
 *     is where no models are given.
 * @param runSteps Whether migration steps may be loaded and run, which is code of the models. Without a value, they may
 *     where the class path of the application is scanned and no models are given.
 * @param classPath Jars and folders in which supertypes are looked up, and which are not scanned for content types.
 * @param packages Packages to which, with those below them, the scan is restricted; none is no restriction.
 * @param moduleVersions Versions of modules that have none of their own, by the name of the module.
 * @param actor Who synchronizes, for the record of runs. Without a value, it is the name of the application, or else
 *     the user of the operating system.
 * @param scanThreads How many threads may search a large scan's jars, the starting one among them.
 * @param forceScan Whether everything is compared in full, even where nothing seems to have changed.
 * @param commit Whether changes are committed. If not, the application starts with what is stored, and single types
 *     can be synchronized on their own.
 * @param goneModules Modules that are not scanned and will not come back, so that their types are orphans.
 * @param onFailure What becomes of the application if its content types cannot be synchronized when it starts.
 * @param orphans What becomes of types and properties that code no longer declares.
 * @param pollInterval How often an application that reads the catalog asks the database whether other nodes changed
 *     something, from 10ms to 1d, in seconds if no unit is given; zero is never.
 * @param changeNotifications Whether the catalog may keep a connection on which PostgreSQL tells it of changes at once.
 * @param strict Whether items and types that something else has written into the synchronizer's tables are refused. If
 *     not, they are reported and served.
 * @param knownGroups Groups that the application knows, so that no administrator is warned of them.
 * @param knownRoles Roles that the application knows, so that no administrator is warned of them.
 * @param severity How grave it is what validators find when items are saved, by the name of the validator; what built-in
 *     ones find is fatal if nothing is said.
 * @param storeName The name of the store, by which handlers of saves say what they serve.
 * @param pipeline What becomes of the steps that every save takes, such as "limit before validate, rules off"; processors
 *     are beans or services.
 * @param deepestSaves How many saves may bring about each other in a chain before they are refused.
 * @param findHandlers Whether handlers and processors of saves are looked for as services on the class path of the
 *     application, besides those that are beans.
 * @param ruleSchedules Schedules by which rules are applied to all items again, by their names: each with at and zone, or
 *     with every, and with rules and types where it is not about all.
 * @param scheduleInterval How often the application looks whether a schedule is due, from 10ms to 1h, in seconds if no
 *     unit is given.
 */
@ConfigurationProperties("synchronizer")
public record SynchronizerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<File> models,
        @Nullable Boolean runningClassPath,
        @Nullable Boolean runSteps,
        @DefaultValue List<File> classPath,
        @DefaultValue List<String> packages,
        @DefaultValue Map<String, String> moduleVersions,
        @Nullable String actor,
        @DefaultValue("1") int scanThreads,
        @DefaultValue("false") boolean forceScan,
        @DefaultValue("true") boolean commit,
        @DefaultValue List<String> goneModules,
        @DefaultValue("fail") OnFailure onFailure,
        @DefaultValue Orphans orphans,

        @DefaultValue("2s") @DurationUnit(ChronoUnit.SECONDS)
        Duration pollInterval,

        @DefaultValue("true") boolean changeNotifications,
        @DefaultValue("false") boolean strict,
        @DefaultValue List<String> knownGroups,
        @DefaultValue List<String> knownRoles,
        @DefaultValue Map<String, FindingSeverity> severity,
        @DefaultValue("main") String storeName,
        @DefaultValue("") String pipeline,
        @DefaultValue("16") int deepestSaves,
        @DefaultValue("true") boolean findHandlers,
        @DefaultValue Map<String, RuleScheduleProperties> ruleSchedules,

        @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS)
        Duration scheduleInterval) {

    public SynchronizerProperties {
        models = List.copyOf(models);
        classPath = List.copyOf(classPath);
        packages = List.copyOf(packages);
        moduleVersions = Map.copyOf(moduleVersions);
        goneModules = List.copyOf(goneModules);
        knownGroups = List.copyOf(knownGroups);
        knownRoles = List.copyOf(knownRoles);
        severity = Map.copyOf(severity);
        ruleSchedules = Map.copyOf(ruleSchedules);
        ruleSchedules.forEach((name, rules) -> require("rule-schedules." + name, () -> rules.named(name)));
        require("schedule-interval", () -> Synchronizer.builder().scheduleInterval(scheduleInterval));
        require("poll-interval", () -> Synchronizer.builder().pollInterval(pollInterval));
        require("scan-threads", () -> Synchronizer.builder().scanThreads(scanThreads));
        require("store-name", () -> Synchronizer.builder().storeName(storeName));
        require("deepest-saves", () -> Synchronizer.builder().deepestSaves(deepestSaves));
        if (StringUtils.hasText(actor)) {
            require("actor", () -> Synchronizer.builder().actor(actor));
        }
    }

    /** What would be refused later is refused here, where the property can be named. */
    static void require(String property, Runnable use) {
        try {
            use.run();
        } catch (IllegalArgumentException | ProblemsException e) {
            throw new IllegalArgumentException("synchronizer." + property + ": " + e.getMessage());
        }
    }

    /** Whether the running class path is scanned, said or not. */
    boolean scansRunningClassPath() {
        return runningClassPath == null ? models.isEmpty() : runningClassPath;
    }

    /** Whether migration steps may run, said or not: the application's own may, and those of other jars need a word. */
    boolean allowsSteps() {
        return runSteps == null ? models.isEmpty() && scansRunningClassPath() : runSteps;
    }

    /** What becomes of an application whose content types cannot be synchronized when it starts. */
    public enum OnFailure {
        /** It does not start. */
        FAIL,
        /** It starts with the types that are stored, and reports the failure. */
        START
    }

    /**
     * What becomes of orphans that nothing blocks.
     *
     * @param policy What becomes of orphans that nothing blocks.
     * @param quarantine How long orphans stay in quarantine before they are deleted, in days if no unit is given.
     *     That policy requires it.
     */
    public record Orphans(
            @DefaultValue("delete") Fate policy,
            @DurationUnit(ChronoUnit.DAYS) @Nullable Duration quarantine) {

        public Orphans {
            if ((policy == Fate.QUARANTINE) != (quarantine != null)) {
                throw new IllegalArgumentException(
                        "synchronizer.orphans.quarantine says how long a quarantine lasts, such"
                                + " as 30d; it goes together with synchronizer.orphans.policy=quarantine");
            }
            if (quarantine != null) {
                require("orphans.quarantine", () -> new OrphanPolicy.Quarantine(quarantine));
            }
        }

        OrphanPolicy toPolicy() {
            return switch (policy) {
                case DELETE -> new OrphanPolicy.Delete();
                case KEEP -> new OrphanPolicy.Keep();
                case QUARANTINE -> new OrphanPolicy.Quarantine(Objects.requireNonNull(quarantine));
            };
        }
    }

    /** What becomes of an orphan. */
    public enum Fate {
        /** It is deleted. */
        DELETE,
        /** It stays, marked, out of the effective model. */
        KEEP,
        /** It stays for a time, and is deleted by the first run after it. */
        QUARANTINE
    }
}
