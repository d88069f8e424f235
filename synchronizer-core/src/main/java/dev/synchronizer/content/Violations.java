package dev.synchronizer.content;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Validators;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects all that is wrong with one item. Not thread-safe. */
public final class Violations {
    private final String type;
    private final List<Violation> all = new ArrayList<>();
    private @Nullable Violations standing;

    /** @param type the name of the item's type */
    public Violations(String type) {
        this.type = type;
    }

    /** What is wrong already, to be gone on with by itself. */
    public Violations copy() {
        Violations copy = new Violations(type);
        copy.all.addAll(all);
        return copy;
    }

    /** What is found besides. */
    public void addAll(Violations others) {
        all.addAll(others.all);
        if (others.standing != null) {
            standing().addAll(others.standing);
        }
    }

    /** For what is found and keeps nothing from being saved. */
    Violations standing() {
        Violations known = standing;
        if (known == null) {
            known = new Violations(type);
            standing = known;
        }
        return known;
    }

    /** Whether nothing at all was found. */
    boolean isClean() {
        return all.isEmpty() && (standing == null || standing.isClean());
    }

    /** What validators found and what is in the way, as refusals say it. */
    void addAll(List<Finding> findings) {
        for (Finding finding : findings) {
            ProblemCode code = finding.severity() == FindingSeverity.FATAL
                    ? ProblemCode.FATAL_FINDING
                    : ProblemCode.UNCONFIRMED_FINDING;
            String fix = finding.fix()
                    .map(offered -> offered.description() + ", as content validate --fix does")
                    .orElse(code.fix());
            all.add(new Violation(
                    code,
                    type,
                    finding.property(),
                    finding.language(),
                    "",
                    finding.validator(),
                    finding.message(),
                    fix));
        }
    }

    /** Those that are never saved, by the severities that are configured. */
    Violations fatal(Validators validators) {
        Violations fatal = new Violations(type);
        all.stream()
                .filter(each -> severity(each, validators) == FindingSeverity.FATAL)
                .forEach(fatal.all::add);
        return fatal;
    }

    /** Those that may be saved, by the severities that are configured. */
    List<Finding> lowered(Validators validators) {
        List<Finding> lowered = new ArrayList<>();
        for (Violation each : all) {
            FindingSeverity severity = severity(each, validators);
            if (severity != FindingSeverity.FATAL) {
                lowered.add(found(each, severity));
            }
        }
        for (Violation each : standing == null ? List.<Violation>of() : standing.all) {
            FindingSeverity severity = severity(each, validators);
            lowered.add(found(each, severity.compareTo(FindingSeverity.ERROR) > 0 ? FindingSeverity.ERROR : severity));
        }
        return lowered;
    }

    private static Finding found(Violation violation, FindingSeverity severity) {
        return new Finding(violation.rule(), severity, violation.property(), violation.language(), violation.message());
    }

    /** What is wrong for other reasons than a rule that the settings of a type make is fatal whatever is configured. */
    private static FindingSeverity severity(Violation violation, Validators validators) {
        return switch (violation.code()) {
            case VALUE_MISSING, RULE_BROKEN, WRONG_TARGET, WRONG_PLACE -> validators.severity(violation.rule());
            default -> FindingSeverity.FATAL;
        };
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

    /** Says what is wrong with the name of the item, where anything is. */
    public void checkName(String name) {
        ItemProblems.nameFault(name)
                .ifPresent(fault -> add(ProblemCode.WRONG_ITEM_NAME, "name", fault, ProblemCode.WRONG_ITEM_NAME.fix()));
    }

    /** Says that a type has no property of a name, and which one in use may be meant. */
    public void addUnknownProperty(ItemType itemType, String name) {
        addUnknownProperty(itemType, new Place(name, ""), ItemProperty::inUse);
    }

    /**
     * Says that a type has no property where a value stands.
     *
     * @param meant which properties may be meant
     */
    void addUnknownProperty(ItemType itemType, Place place, Predicate<ItemProperty> meant) {
        List<String> names = itemType.properties().stream()
                .filter(meant)
                .map(ItemProperty::name)
                .toList();
        String near = UnknownNames.nearest(place.path(), names);
        add(
                ProblemCode.UNKNOWN_VALUE,
                place,
                "",
                "name",
                "the type " + itemType.name() + " has no property " + place.path(),
                near.isEmpty() || near.equals(place.path()) ? ProblemCode.UNKNOWN_VALUE.fix() : "write " + near);
    }

    /**
     * Says that a value is none of the data type of its property.
     *
     * @param shown the value as far as it can be shown; empty where it cannot
     * @param flaw what is wrong with it, as the rest of a sentence
     */
    public void addUnfit(ItemProperty property, String language, String shown, String flaw) {
        add(
                ProblemCode.UNFIT_VALUE,
                new Place(property.name(), language),
                shown,
                property.type().toString(),
                (shown.isEmpty() ? "the value" : shown) + " " + flaw);
    }

    /** Says that a property is none any more that could be given a value. */
    void addOutOfUse(String property, Place place, String shown) {
        add(
                ProblemCode.VALUE_OUT_OF_USE,
                place,
                shown,
                "name",
                "code no longer declares " + property + ", which can be given no value any more");
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Violation> all() {
        return List.copyOf(all);
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
    public record Place(String path, String language) {
        Place element(int position) {
            return new Place(path + "[" + position + "]", language);
        }

        Place part(String key) {
            return new Place(path + "." + key, language);
        }
    }
}
