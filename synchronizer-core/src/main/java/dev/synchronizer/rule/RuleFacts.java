package dev.synchronizer.rule;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What rules are told of one save of an item.
 *
 * @param type the name of the item's type
 * @param name the item's own name
 * @param values what it is to hold
 * @param before what it held before; null where it is being created
 * @param changed the properties that change, sorted
 * @param op what is done, such as {@code UPDATE}
 * @param origin where the save comes from, such as {@code API}
 * @param store the name of the synchronizer's store
 * @param lang the language that the save is about, in which conditions and actions see localized properties; empty for none
 *     in particular
 * @param user who saves
 */
public record RuleFacts(
        String type,
        String name,
        Values values,
        @Nullable Values before,
        List<String> changed,
        String op,
        String origin,
        String store,
        String lang,
        String user) {
    public RuleFacts {
        changed = sorted(changed);
    }

    private static List<String> sorted(Collection<String> changed) {
        return List.copyOf(new TreeSet<>(changed));
    }

    /** The item as a problem names it. */
    String item() {
        return type + " " + ColumnText.quoted(name);
    }

    /** What the next rule is told after one has given a place another value, or none. */
    RuleFacts with(ValueKey key, @Nullable Object value) {
        Values after = values.with(key, value);
        TreeSet<String> nowChanged = new TreeSet<>(changed);
        if (isSame(key.property(), after, before == null ? Values.none() : before)) {
            nowChanged.remove(key.property());
        } else {
            nowChanged.add(key.property());
        }
        return new RuleFacts(type, name, after, before, List.copyOf(nowChanged), op, origin, store, lang, user);
    }

    /** The same save, looked at in another language. */
    RuleFacts in(String language) {
        return new RuleFacts(type, name, values, before, changed, op, origin, store, language, user);
    }

    private static boolean isSame(String property, Values some, Values others) {
        return some.languages(property).equals(others.languages(property))
                && some.languages(property).stream()
                        .allMatch(language -> some.isSameAt(new ValueKey(property, language), others));
    }
}
