package dev.synchronizer.staging.directory;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.Shipment;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what tasks tell to files. A file is all that is known of what there is: there are no stamps, and what has come before
 * is known by what the file holds. What is in the recycle bin has no file, and neither have overrides that say nothing.
 */
final class FileDelivery {
    private static final Set<String> KINDS = Set.of(TaskKey.ITEM, TaskKey.OVERRIDES, TaskKey.DEFINITION, TaskKey.RULE);

    /** Where the ids of the items stand that stand below one. */
    private static final String CHILDREN = "children";

    private final DirectoryFiles files;
    private final ThingFinding finding;
    private final FolderTree tree;
    private final String self;

    /** @param self the identity of the directory */
    FileDelivery(Path root, String self) {
        files = new DirectoryFiles(root, ThingFinding.LONGEST);
        finding = new ThingFinding(files);
        tree = new FolderTree(files);
        this.self = self;
    }

    /** @throws IOException if it is not done */
    Answer deliver(Shipment sent) throws IOException {
        if (sent.key().kind().equals(TaskKey.CHILDREN)) {
            return deliverChildren(sent);
        }
        if (!KINDS.contains(sent.key().kind())) {
            return Answers.of(Outcome.REFUSED, "a directory takes in nothing like " + sent.key());
        }
        if (sent.passed().contains(self)) {
            return Answers.of(Outcome.REPEATED);
        }
        String path = finding.path(sent.key(), sent.payload().about().type());
        try {
            ThingFile there = files.read(path)
                    .map(bytes -> ThingReading.read(path, bytes))
                    .orElse(null);
            return deliver(sent, path, there);
        } catch (BrokenFileException e) {
            return deliverOver(e, sent, path);
        }
    }

    /** Whatever else stands below an item has no file any more. */
    private Answer deliverChildren(Shipment sent) throws IOException {
        UUID parent = UUID.fromString(sent.key().id());
        if (!tree.has(parent)) {
            String missing = TaskKey.item(parent).toString();
            return Answers.blocked(missing, "there is no file of " + missing + ", which it needs");
        }
        SubjectState after = sent.payload().after();
        String kept = after == null ? null : after.at(CHILDREN).orElse(null);
        if (kept == null) {
            return Answers.of(Outcome.REFUSED, "it does not say which items are to stay below " + parent);
        }
        Map<String, String> others = tree.others(parent, JsonIn.read(kept, JsonIn::texts));
        for (Map.Entry<String, String> other : others.entrySet()) {
            files.delete(other.getValue(), true);
            tree.deleted(TaskKey.item(other.getKey()));
        }
        return Answers.of(others.isEmpty() ? Outcome.UNCHANGED : Outcome.APPLIED);
    }

    /** What cannot be read is nothing that anybody could put together with what comes. */
    private Answer deliverOver(BrokenFileException broken, Shipment sent, String path) throws IOException {
        return switch (sent.shown() == null ? sent.policy() : ConflictPolicy.HOLD) {
            case OURS -> written(sent, path, after(sent), true);
            case THEIRS -> Answers.of(Outcome.UNCHANGED);
            case HOLD, MERGE, NEWEST ->
                Answers.conflict(
                        List.of(),
                        null,
                        files.file(path) + " " + broken.reason() + "; correct it, or decide for what is sent");
        };
    }

    private Answer deliver(Shipment sent, String path, @Nullable ThingFile there) throws IOException {
        SubjectState current = there == null ? absent(sent.key()) : there.state();
        SubjectState after = after(sent);
        Payload payload = sent.payload();
        Payload told = new Payload(payload.about(), payload.revision(), payload.base(), after, payload.stamps());
        Result result = new Reconciliation(told, current, Stamps.none()).by(policy(sent.policyFor(current)));
        if (result instanceof Result.Conflict conflict) {
            return Answers.conflict(
                    conflict.clashes(),
                    current,
                    files.file(path) + " was changed by somebody else, see the difference");
        }
        if (result instanceof Result.Next next) {
            return written(sent, path, next.next(), next.merged());
        }
        boolean isTold =
                current != null && after != null && current.at(told.knows()).equals(after);
        return isTold && write(sent, path, current) ? Answers.of(Outcome.APPLIED) : Answers.of(Outcome.UNCHANGED);
    }

    /** Nobody knows when a file was edited, so that nothing of it is older than what is told. */
    private static ConflictPolicy policy(ConflictPolicy said) {
        return said == ConflictPolicy.NEWEST ? ConflictPolicy.MERGE : said;
    }

    private Answer written(Shipment sent, String path, @Nullable SubjectState next, boolean merged) throws IOException {
        write(sent, path, next);
        return Answers.of(merged ? Outcome.MERGED : Outcome.APPLIED);
    }

    /** Whether something has been written. */
    private boolean write(Shipment sent, String path, @Nullable SubjectState next) throws IOException {
        if (next == null || ThingFiles.isNothing(sent.key(), next)) {
            tree.deleted(sent.key());
            return files.delete(path, true);
        }
        ThingFile file = new ThingFile(sent.key(), about(sent.payload().about(), next), next);
        boolean written = files.write(file.path(), file.bytes(), true);
        tree.written(file);
        // Its type may have had another name before.
        return !file.path().equals(path) && files.delete(path, true) || written;
    }

    /** What is kept of properties that the server does not know is known here nevertheless. */
    private static About about(About sent, SubjectState state) {
        TreeSet<String> properties = new TreeSet<>(sent.properties());
        for (String place : state.places().keySet()) {
            String property = Places.property(place);
            if (property != null) {
                properties.add(property);
            }
        }
        return new About(sent.type(), sent.guid(), sent.module(), sent.version(), properties);
    }

    private static @Nullable SubjectState absent(TaskKey key) {
        return key.kind().equals(TaskKey.OVERRIDES) ? SubjectState.empty() : null;
    }

    private static @Nullable SubjectState after(Shipment sent) {
        SubjectState after = sent.payload().after();
        boolean isGone = after == null || after.at(Places.DELETED).isPresent();
        return isGone ? absent(sent.key()) : after;
    }
}
