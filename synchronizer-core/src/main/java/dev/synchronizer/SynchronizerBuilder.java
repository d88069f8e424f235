package dev.synchronizer;

import dev.synchronizer.model.Actor;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.scan.ModelScanner;
import dev.synchronizer.scan.ScanRequest;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.settings.KnownNames;
import dev.synchronizer.store.ContentUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Synchronizer} needs. Not thread-safe; may be built from more than once. */
public final class SynchronizerBuilder extends StagingBuilder {
    private static final Duration LEAST_INTERVAL = Duration.ofMillis(10);
    private static final Duration GREATEST_INTERVAL = Duration.ofDays(1);

    private final List<Path> models = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private final Map<String, String> moduleVersions = new TreeMap<>();
    private @Nullable ClassLoader runningClassPath;
    private @Nullable ClassLoader stepLoader;
    private boolean stepsOfModels;
    private boolean noSteps;
    private boolean strict;
    private Consumer<Tampered> tampering = tampered -> {};

    @Nullable
    DataSource dataSource;

    Policy policy = Policy.standard();
    String actor = Actor.ofProcess();
    int scanThreads = 1;
    boolean forceScan;
    boolean commit = true;
    KnownNames knownNames = KnownNames.none();
    ContentUsage contentUsage = asked -> Map.of();
    Clock clock = Clock.systemUTC();
    Progress progress = Progress.SILENT;
    Duration pollInterval = Duration.ofSeconds(2);
    boolean changeNotifications = true;
    Consumer<SyncPlan> approval = plan -> {};

    SynchronizerBuilder() {}

    @Override
    SynchronizerBuilder self() {
        return this;
    }

    /**
     * Where types are kept: H2, PostgreSQL or MariaDB. Without it, nothing counts as stored, and nothing can be committed.
     * Each connection that it gives is to be the synchronizer's own until it is closed, and part of no other transaction.
     */
    public SynchronizerBuilder dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /** Jars, folders of classes and folders of jars to scan for types, in class path order. */
    public SynchronizerBuilder models(Collection<Path> paths) {
        models.addAll(paths);
        return this;
    }

    public SynchronizerBuilder models(Path... paths) {
        return models(List.of(paths));
    }

    /**
     * Scans the jars and folders that this class loader and its parents search. Migration steps that are found have to run
     * by it, unless something else is said of them.
     */
    public SynchronizerBuilder runningClassPath(ClassLoader loader) {
        runningClassPath = loader;
        return this;
    }

    /**
     * Allows to load the classes of migration steps by this class loader, and to run them; no other code of the models is
     * ever run. Without it, and without a running class path, a step that has to run is a refusal.
     */
    public SynchronizerBuilder runSteps(ClassLoader loader) {
        stepLoader = loader;
        stepsOfModels = false;
        noSteps = false;
        return this;
    }

    /** Does so by a class loader of its own over the models and the class path that are given, but no jar within another. */
    public SynchronizerBuilder runSteps() {
        stepsOfModels = true;
        noSteps = false;
        return this;
    }

    /** Forbids to run migration steps, those on the running class path too. */
    public SynchronizerBuilder runNoSteps() {
        noSteps = true;
        return this;
    }

    /** Jars and folders in which supertypes are looked up, and which are not scanned for types. */
    public SynchronizerBuilder classPath(Collection<Path> paths) {
        classPath.addAll(paths);
        return this;
    }

    /** Restricts the scan to these packages and those below them. */
    public SynchronizerBuilder packages(Collection<String> names) {
        packages.addAll(names);
        return this;
    }

    /**
     * How many threads may search a large scan's jars, the calling one among them; that one alone if left out. They are
     * daemons and have ended when the scan has. Neither results nor small scans depend on it.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public SynchronizerBuilder scanThreads(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a scan needs at least one thread, not " + most);
        }
        scanThreads = most;
        return this;
    }

    /** Gives a module a version where it has none of its own. */
    public SynchronizerBuilder moduleVersion(String module, String version) {
        moduleVersions.put(module, version);
        return this;
    }

    /** What is looked at, what happens to orphans, and whether loss is allowed. */
    public SynchronizerBuilder policy(Policy value) {
        policy = value;
        return this;
    }

    /**
     * Who runs it, for the record; the operating system's user if left out.
     *
     * @throws ProblemsException if the name is blank, has more than 255 characters, or control characters
     */
    public SynchronizerBuilder actor(String name) {
        actor = Actor.checked(name);
        return this;
    }

    /** Compares in full, even where nothing seems to have changed. */
    public SynchronizerBuilder forceScan(boolean value) {
        forceScan = value;
        return this;
    }

    /** Switches committing off as a whole: {@link Synchronizer#synchronize()} then analyses only (D9). */
    public SynchronizerBuilder commit(boolean value) {
        commit = value;
        return this;
    }

    /** Groups that the application knows, so that no administrator is warned of them. */
    public SynchronizerBuilder knownGroups(Collection<String> names) {
        knownNames = knownNames.withGroups(names);
        return this;
    }

    /** Roles that the application knows, so that no administrator is warned of them. */
    public SynchronizerBuilder knownRoles(Collection<String> names) {
        knownNames = knownNames.withRoles(names);
        return this;
    }

    /**
     * Counts content that the application keeps in a store of its own, so that it keeps types and properties from being
     * deleted, as the content in this store does; both are asked.
     */
    public SynchronizerBuilder contentUsage(ContentUsage value) {
        contentUsage = value;
        return this;
    }

    /**
     * Refuses to serve items and types that something else than the synchronizer has written; they are reported and served
     * if left out.
     */
    public SynchronizerBuilder strict(boolean value) {
        strict = value;
        return this;
    }

    /**
     * Is told, once on this node, of each item and type that something else than the synchronizer has written, as soon as it
     * is read; on the thread that reads, and it may be within a transaction. It is to be quick, and where it throws something,
     * it is told again with the next read.
     */
    public SynchronizerBuilder onTampering(Consumer<Tampered> listener) {
        tampering = listener;
        return this;
    }

    Tripwire tripwire() {
        return new Tripwire(strict, tampering);
    }

    public SynchronizerBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    public SynchronizerBuilder progress(Progress value) {
        progress = value;
        return this;
    }

    /**
     * Shows every plan, under the lock too, to somebody who may end the run by an exception before anything of it is
     * written. Plans that are refused anyway are not shown.
     */
    public SynchronizerBuilder approval(Consumer<SyncPlan> value) {
        approval = value;
        return this;
    }

    /**
     * How often the catalog, once it is opened or there are handlers that listen to other nodes, asks the database by one small query whether other nodes changed
     * something: from every 10 milliseconds to once a day, and every two seconds if left out. {@link Duration#ZERO}: never,
     * and there is no thread for it.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public SynchronizerBuilder pollInterval(Duration value) {
        boolean inRange = value.compareTo(LEAST_INTERVAL) >= 0 && value.compareTo(GREATEST_INTERVAL) <= 0;
        if (!inRange && !value.isZero()) {
            throw new IllegalArgumentException("the catalog can look every 10 milliseconds at the most and once a day"
                    + " at the least, not at an interval of " + value + "; zero is never");
        }
        pollInterval = value;
        return this;
    }

    /**
     * Whether the catalog may keep a connection on which PostgreSQL tells it of changes at once; it may if left out. It
     * takes none from a pool of less than three, nor from one that does not tell how many it has.
     */
    public SynchronizerBuilder changeNotifications(boolean value) {
        changeNotifications = value;
        return this;
    }

    /**
     * Builds it. Where there are handlers that want to be told of what other nodes save, and it polls, it begins to listen.
     */
    public Synchronizer build() {
        Synchronizer built = new Synchronizer(this);
        built.listen();
        return built;
    }

    /** Only where something is scanned can anything be missing, and steps run by consent of the builder alone. */
    Policy policyOfScanned() {
        return policy.withScope(policy.scope().ofScan(packages)).runningSteps(runsSteps());
    }

    private boolean runsSteps() {
        return !noSteps && (stepsOfModels || stepLoader != null || runningClassPath != null);
    }

    StepClasses stepClasses() {
        if (runsSteps() && stepsOfModels) {
            return StepClasses.in(ModelScanner.places(scanRequest()));
        }
        ClassLoader loader = stepLoader == null ? runningClassPath : stepLoader;
        return StepClasses.of(runsSteps() ? loader : null);
    }

    ScanRequest scanRequest() {
        return new ScanRequest(models, runningClassPath, classPath, packages, moduleVersions);
    }
}
