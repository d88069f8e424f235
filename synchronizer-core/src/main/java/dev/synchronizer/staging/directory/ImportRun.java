package dev.synchronizer.staging.directory;

import dev.synchronizer.staging.directory.ImportSaving.Attempt;
import dev.synchronizer.staging.directory.ImportedThing.Outcome;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries out one plan. What needs something that comes later waits for it. Where all that is left waits for each other, one of
 * them is saved without what it refers to, and once more with it as soon as that is there. Not thread-safe.
 */
final class ImportRun {
    private final ImportSaving saving;
    private final Consumer<ImportedThing> told;
    private final Deque<Turn> ready = new ArrayDeque<>();
    private final Map<String, List<Turn>> waiting = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final List<ImportedThing> failures = new ArrayList<>();

    /**
     * A step whose turn comes.
     *
     * @param again whether it was saved already, without all that it refers to
     * @param blocked what it was waiting for, all of it
     */
    private record Turn(ImportStep step, boolean again, Attempt blocked) {
        String key() {
            return step.key().toString();
        }
    }

    ImportRun(ImportSaving saving, Consumer<ImportedThing> told) {
        this.saving = saving;
        this.told = told;
    }

    ImportReport run(List<ImportStep> steps) throws IOException {
        for (ImportStep step : steps) {
            ready.add(new Turn(step, false, Attempt.of(Outcome.BLOCKED)));
            open.add(step.key().toString());
        }
        while (!ready.isEmpty() || !waiting.isEmpty()) {
            Turn turn = ready.poll();
            if (turn == null) {
                saveOneInCircle();
            } else {
                settle(turn, saving.save(turn.step(), Set.of(), turn.again()));
            }
        }
        return new ImportReport(counts, failures);
    }

    private void settle(Turn turn, Attempt attempt) {
        Optional<String> coming = attempt.missing().stream()
                .filter(key -> open.contains(key) && !key.equals(turn.key()))
                .findFirst();
        if (attempt.outcome() == Outcome.BLOCKED && coming.isPresent()) {
            waiting.computeIfAbsent(coming.get(), key -> new ArrayList<>())
                    .add(new Turn(turn.step(), turn.again(), attempt));
        } else {
            end(turn, attempt);
        }
    }

    private void end(Turn turn, Attempt attempt) {
        ImportedThing thing = ImportedThing.of(turn.step(), attempt.outcome(), attempt.messages());
        counts.merge(thing.outcome(), 1L, Long::sum);
        if (!thing.outcome().isDone()) {
            failures.add(thing);
        }
        told.accept(thing);
        wake(turn.key());
    }

    /** Those that wait for it come next, whether it is there now or never will be. */
    private void wake(String key) {
        open.remove(key);
        List<Turn> woken = waiting.remove(key);
        if (woken != null) {
            for (int at = woken.size() - 1; at >= 0; at--) {
                ready.addFirst(woken.get(at));
            }
        }
    }

    /** The first one that can be saved without what it refers to; where none can, nobody ever will. */
    private void saveOneInCircle() throws IOException {
        List<Turn> all = waiting.values().stream().flatMap(List::stream).toList();
        for (Turn turn : all) {
            if (!turn.again()) {
                Set<String> missing = new HashSet<>(turn.blocked().missing());
                Attempt attempt = saving.save(turn.step(), missing, false);
                if (attempt.outcome() != Outcome.BLOCKED) {
                    remove(turn);
                    settleInCircle(turn, attempt);
                    return;
                }
            }
        }
        remove(all.get(0));
        end(all.get(0), all.get(0).blocked());
    }

    private void remove(Turn turn) {
        waiting.values().forEach(turns -> turns.remove(turn));
        waiting.values().removeIf(List::isEmpty);
    }

    private void settleInCircle(Turn turn, Attempt attempt) {
        if (attempt.outcome() == Outcome.DONE) {
            wake(turn.key());
            ready.addLast(new Turn(turn.step(), true, attempt));
        } else {
            List<String> messages = new ArrayList<>(attempt.messages());
            messages.add("it could not be saved without "
                    + String.join(", ", turn.blocked().missing()) + ", which needs it in turn");
            end(turn, new Attempt(attempt.outcome(), messages, List.of()));
        }
    }
}
