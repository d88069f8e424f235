package dev.synchronizer.saving;

import java.util.Map;

/** Something that an application does where a rule asks for it by name. Called by many threads at once. */
public interface RuleTask {
    /** The name by which rules ask for it. */
    String name();

    /**
     * Does it, in the transaction that saves the item: what it throws rolls the whole unit back.
     *
     * @param event the save of the item, which is written
     * @param arguments what the rule says
     */
    void run(SavedEvent event, Map<String, String> arguments);
}
