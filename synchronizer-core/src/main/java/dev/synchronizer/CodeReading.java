package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.scan.ModelScanner;
import dev.synchronizer.scan.ScanRequest;
import dev.synchronizer.scan.ScannedModels;
import dev.synchronizer.validate.ModelValidator;
import dev.synchronizer.validate.Validation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what code declares, and checks it. */
final class CodeReading {
    private final ScanRequest request;
    private final @Nullable JdbcStore store;
    private final int scanThreads;
    private final boolean forceScan;
    private final Progress progress;

    CodeReading(SynchronizerBuilder builder, @Nullable JdbcStore store) {
        this.store = store;
        request = builder.scanRequest();
        scanThreads = builder.scanThreads;
        forceScan = builder.forceScan;
        progress = builder.progress;
    }

    String startKey() {
        progress.begins(Progress.Stage.LOOK);
        return ModelScanner.startKey(request);
    }

    /** Jars that were replaced since the key was made may be read as what they are now, which the key does not tell. */
    String ifStillTrue(String startKey) {
        return ModelScanner.startKey(request).equals(startKey) ? startKey : "";
    }

    /** A model that was read in part only would give rise to false violations. */
    ScannedModels scan() {
        progress.begins(Progress.Stage.SCAN);
        Set<String> emptyJars = store == null || forceScan ? Set.of() : store.knownEmptyJars();
        ScannedModels scanned = ModelScanner.scan(request, emptyJars, scanThreads);
        boolean readInFull =
                scanned.problems().stream().noneMatch(problem -> problem.code().kind() == ProblemKind.FAILURE);
        if (!readInFull) {
            scanned.problems().throwIfErrors();
        }
        return scanned;
    }

    static Validation validate(ScannedModels scanned) {
        Validation validation = ModelValidator.validate(scanned.model()).and(scanned.problems());
        validation.problems().throwIfErrors();
        return validation;
    }
}
