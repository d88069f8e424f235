package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import java.util.List;
import java.util.UUID;

/**
 * An item that rules were to be applied to, and that was left as it is.
 *
 * @param id its id
 * @param type the name of its type
 * @param name its name
 * @param problems what was in the way: a veto, which names the rule or the handler, or what is wrong with the item as it was
 *     to be
 */
public record RefusedItem(UUID id, String type, String name, List<Problem> problems) {
    public RefusedItem {
        problems = List.copyOf(problems);
    }
}
