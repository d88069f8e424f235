package dev.synchronizer.saving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One save on its way, with whom it has to do with. Not thread-safe. */
final class Save {
    private final Draft draft;
    private final String store;
    private final SaveOptions options;
    private final Doors doors;
    private final List<Interception.Registered> handlers = new ArrayList<>();
    private final Map<String, Map<String, Object>> states = new HashMap<>();
    private final List<Finding> reported = new ArrayList<>();
    private final List<Finding> validated = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<Finding> confirmed = new HashSet<>();
    private Checked checked = Checked.clean(Looked.NOWHERE);
    private boolean settled;

    Save(Draft draft, String store, SaveOptions options, Doors doors) {
        this.draft = draft;
        this.store = store;
        this.options = options;
        this.doors = doors;
    }

    Draft draft() {
        return draft;
    }

    String store() {
        return store;
    }

    SaveOptions options() {
        return options;
    }

    <T> T door(Class<T> door) {
        return doors.open(door, options);
    }

    /** Those that were called before the write, and are called after it. */
    List<Interception.Registered> handlers() {
        return handlers;
    }

    Map<String, Object> state(String listener) {
        return states.computeIfAbsent(listener, name -> new HashMap<>());
    }

    /** What a handler or a processor has to say. */
    void report(Finding finding) {
        reported.add(finding);
    }

    /**
     * Keeps what can no longer have an effect from seeming to have one.
     *
     * @param deed what somebody does to the save, such as {@code refuses}
     * @throws IllegalStateException if it is written, or about to be
     */
    void requireOpen(String listener, String deed) {
        if (settled) {
            throw new IllegalStateException(listener + " " + deed + " " + draft.subject() + ": it is written already");
        }
    }

    /** Tells the caller of what was found and is saved nevertheless. */
    void tell(List<Finding> findings) {
        findings.forEach(finding -> options.findings().found(draft.subject(), finding));
    }

    /** Somebody had the opportunity to say something. */
    void asks(String name) {
        asked.add(name);
    }

    /** Begins to validate the draft, be it once more: what validators said of it before is out of date. */
    void validated(Checked byBuiltIn) {
        checked = byBuiltIn;
        validated.clear();
        validated.addAll(byBuiltIn.findings());
    }

    /** Lets validators have their say. */
    void ask(Validators all) {
        all.ask(new ValidatedItem(draft, store, options), validated::add, asked::add);
    }

    /** Whether built-in validators found nothing that is in the way. */
    boolean isSound() {
        return checked.sound();
    }

    /** Somebody has confirmed that it is saved in spite of these. */
    void confirm(List<Finding> findings) {
        confirmed.addAll(findings);
        draft.confirm(findings);
    }

    boolean isConfirmed(Finding finding) {
        return options.confirmed() || confirmed.contains(finding) || draft.isConfirmed(finding);
    }

    /** From here on, nothing is said of it any more. */
    void settled() {
        settled = true;
    }

    /** All that was said of it, in order, each thing once. */
    List<Finding> findings() {
        return Stream.concat(reported.stream(), validated.stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether somebody was asked, and would have said what is wrong. */
    boolean wasAsked(String name) {
        return checked.looked().at(name)
                || asked.contains(name)
                || handlers.stream().anyMatch(one -> one.name().equals(name));
    }
}
