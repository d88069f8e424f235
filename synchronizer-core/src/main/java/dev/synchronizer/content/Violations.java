package dev.synchronizer.content;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with one item. */
final class Violations {
    private final String type;
    private final List<Violation> all = new ArrayList<>();

    Violations(String type) {
        this.type = type;
    }

    /** Something that is wrong with the item itself. */
    void add(ProblemCode code, String rule, String message, String fix) {
        all.add(new Violation(code, type, "", "", "", rule, message, fix));
    }

    void add(ProblemCode code, Place place, String value, String rule, String message) {
        add(code, place, value, rule, message, code.fix());
    }

    void add(ProblemCode code, Place place, String value, String rule, String message, String fix) {
        all.add(new Violation(code, type, place.path(), place.language(), value, rule, message, fix));
    }

    void add(ProblemCode code, Place place, String value, SettingKey rule, String message) {
        add(code, place, value, rule.label(), message);
    }

    void add(ProblemCode code, Place place, String value, SettingKey rule, String message, String fix) {
        add(code, place, value, rule.label(), message, fix);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Violation> all() {
        return all;
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidItemException(all);
        }
    }

    /**
     * Where a value stands.
     *
     * @param path the property, or the path to it through blocks, such as {@code teasers[2].title}
     * @param language the language of the outermost value
     */
    record Place(String path, String language) {
        Place element(int position) {
            return new Place(path + "[" + position + "]", language);
        }

        Place part(String key) {
            return new Place(path + "." + key, language);
        }
    }
}
