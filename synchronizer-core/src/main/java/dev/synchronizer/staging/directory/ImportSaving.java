package dev.synchronizer.staging.directory;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubject.Obstacles;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.staging.directory.ImportedThing.Outcome;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.Reconciliation;
import dev.synchronizer.task.Reconciliation.Result;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Saves one thing after the other as its file says, each in a unit of work of its own, through the path of all saves. */
final class ImportSaving {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Map<String, StagedSubjects> kinds;
    private final DirectoryFiles files;
    private final String actor;

    ImportSaving(Map<String, StagedSubjects> kinds, DirectoryFiles files, String actor) {
        this.kinds = kinds;
        this.files = files;
        this.actor = actor;
    }

    /**
     * What became of an attempt.
     *
     * @param missing the keys of what has to be there before, or gone
     */
    record Attempt(Outcome outcome, List<String> messages, List<String> missing) {
        static Attempt of(Outcome outcome, String... messages) {
            return new Attempt(outcome, List.of(messages), List.of());
        }
    }

    /**
     * Saves one.
     *
     * @param without the keys of what it may refer to and is not there yet: what refers to that stays as it is for now
     * @param again whether it was saved already, so that the store holds something else than was planned
     */
    Attempt save(ImportStep step, Set<String> without, boolean again) throws IOException {
        StagedSubjects subjects = kinds.get(step.key().kind());
        if (subjects == null) {
            return Attempt.of(Outcome.REFUSED, "this store takes in nothing like " + step.key());
        }
        ThingFile file = step.isDeletion() ? null : read(step);
        if (isChanged(step, file)) {
            return Attempt.of(Outcome.CHANGED, "the file is not what it was when the import was planned");
        }
        About about = file == null ? about(step) : file.about();
        try {
            return subjects.within(step.key(), about, OPTIONS, subject -> save(step, file, subject, without, again))
                    .orElseGet(() -> lackingType(about));
        } catch (ProblemsException e) {
            return refused(e);
        }
    }

    /** Of what is to be deleted there may be a file by now. */
    private boolean isChanged(ImportStep step, @Nullable ThingFile file) throws IOException {
        return step.isDeletion()
                ? files.has(new ThingFinding(files).path(step.key(), step.type()))
                : file == null || !file.state().digest().equals(step.file());
    }

    private @Nullable ThingFile read(ImportStep step) throws IOException {
        String path = step.change().path();
        try {
            return files.read(path).map(bytes -> ThingReading.read(path, bytes)).orElse(null);
        } catch (BrokenFileException e) {
            return null;
        }
    }

    private static About about(ImportStep step) {
        return new About(step.type(), null, null, null, new TreeSet<>());
    }

    private static Attempt lackingType(About about) {
        String of = about.module() == null
                ? "import its definition too"
                : "deploy the module " + about.module() + (about.version() == null ? "" : " " + about.version())
                        + ", which declares it";
        List<String> missing = about.module() == null
                ? List.of(TaskKey.definition(about.type()).toString())
                : List.of();
        return new Attempt(
                Outcome.BLOCKED, List.of("there is no type " + about.type() + " in this store; " + of), missing);
    }

    /** A failing database ends the import; what is refused would be again. */
    private static Attempt refused(ProblemsException e) {
        if (e.problems().stream().anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE)) {
            throw e;
        }
        return new Attempt(
                Outcome.REFUSED,
                e.problems().errors().stream().map(Problem::toString).toList(),
                List.of());
    }

    private Attempt save(
            ImportStep step, @Nullable ThingFile file, StagedSubject subject, Set<String> without, boolean again) {
        SubjectState current = subject.current();
        if (!again && !Objects.equals(KnownThings.digest(step.key(), current), step.store())) {
            return Attempt.of(
                    Outcome.CHANGED, "somebody has changed it since the import was planned; import once more");
        }
        if (file == null) {
            return apply(subject, deleted(step, current));
        }
        Payload payload = Payload.whole(file.about(), 0, file.state(), Stamps.none());
        Result result = new Reconciliation(payload, current, Stamps.none()).by(ConflictPolicy.OURS);
        return result instanceof Result.Next next
                ? apply(subject, Mentions.without(next.next(), current, without))
                : Attempt.of(Outcome.UNCHANGED);
    }

    private static @Nullable SubjectState deleted(ImportStep step, @Nullable SubjectState current) {
        return current == null || step.with() == null
                ? null
                : current.with(Places.DELETED, JsonOut.compact(out -> out.text(String.valueOf(step.with()))));
    }

    private Attempt apply(StagedSubject subject, @Nullable SubjectState wanted) {
        Set<String> unknown = wanted == null ? Set.of() : subject.unknownProperties(wanted);
        if (!unknown.isEmpty()) {
            return Attempt.of(
                    Outcome.BLOCKED,
                    "this store does not know the property " + String.join(", ", unknown)
                            + "; deploy the code that declares it, or define it");
        }
        Obstacles obstacles = subject.obstacles(wanted);
        if (!obstacles.missing().isEmpty()) {
            String keys = String.join(", ", obstacles.missing());
            return new Attempt(
                    Outcome.BLOCKED,
                    List.of(wanted == null ? keys + " has to go before" : "it needs " + keys + ", which is not there"),
                    obstacles.missing());
        }
        if (obstacles.binned().isPresent()) {
            String above = obstacles.binned().get();
            return new Attempt(
                    Outcome.BLOCKED,
                    List.of("it is to stand below " + above + ", which is in the recycle bin; restore that"),
                    List.of(above));
        }
        subject.save(actor, wanted);
        return Attempt.of(Outcome.DONE);
    }
}
