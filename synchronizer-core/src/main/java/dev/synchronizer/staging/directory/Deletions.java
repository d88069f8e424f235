package dev.synchronizer.staging.directory;

import dev.synchronizer.staging.directory.KnownThings.KnownThing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which items can go: nothing that stays may stand below what is deleted. */
final class Deletions {
    private final FileIndex index;
    private final KnownThings known;
    private final Map<UUID, ImportStep> doomed = new HashMap<>();
    private final Set<UUID> applied = new HashSet<>();

    Deletions(FileIndex index, KnownThings known, List<ImportStep> steps) {
        this.index = index;
        this.known = known;
        for (ImportStep step : steps) {
            if (step.isItem() && step.change().isChange()) {
                UUID id = UUID.fromString(step.key().id());
                if (step.isDeletion()) {
                    doomed.put(id, step);
                } else {
                    applied.add(id);
                }
            }
        }
    }

    /** The same steps, of which those are deletions no more that cannot be. */
    List<ImportStep> settled(List<ImportStep> steps) {
        if (!doomed.isEmpty()) {
            for (KnownThing thing : known.all()) {
                ThingPaths.item(thing.path()).filter(id -> thing.isLiving()).ifPresent(this::keepAbove);
            }
            applied.forEach(this::keepAbove);
        }
        ItemTree tree = new ItemTree(known::parent);
        List<ImportStep> settled = new ArrayList<>();
        for (ImportStep step : steps) {
            UUID id = step.isItem() && step.isDeletion()
                    ? UUID.fromString(step.key().id())
                    : null;
            if (id == null) {
                settled.add(step);
            } else {
                settled.add(
                        doomed.containsKey(id) ? step.deletedWith(tree.highest(id, doomed::containsKey)) : kept(step));
            }
        }
        return settled;
    }

    /** What stays has all of those stay that it stands below. */
    private void keepAbove(UUID item) {
        if (doomed.containsKey(item)) {
            return;
        }
        UUID above = applied.contains(item) ? index.parent(item) : known.parent(item);
        while (above != null && doomed.remove(above) != null) {
            above = known.parent(above);
        }
    }

    private static ImportStep kept(ImportStep step) {
        PlannedChange change = step.change();
        return new ImportStep(
                new PlannedChange(
                        change.path(),
                        Optional.of(step.key()),
                        ImportAction.SKIP,
                        "it has no file, and something below it stays"),
                step.key(),
                step.type(),
                step.file(),
                step.store(),
                null);
    }
}
